import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areaName } from '../../../src/domain/area.ts'
import { readArea } from '../../../src/domain/areas/read-area.ts'

/**
 * What people write for areas, by hand. `how`: `written` in a way that means one area and no other,
 * with a `slip` of the pen, by a `part` of its name, `ambiguous`, or `none` that we know.
 */
const [, ...rows] = readFileSync('tests/domain/areas/typed-areas.tsv', 'utf8').trimEnd().split('\n')
const queries = rows.map((row) => {
  const [typed = '', means = '', how = ''] = row.split('\t')
  return { typed, means: means === '' ? [] : means.split('; '), how, ...answer(typed) }
})

function answer(typed: string) {
  const reading = readArea(typed)
  const exact = 'exact' in reading ? areaName(reading.exact.code) : null
  const candidates = 'exact' in reading ? [] : reading.candidates.map(({ code }) => areaName(code))
  return { exact, candidates }
}

const those = (...hows: string[]) => queries.filter(({ how }) => hows.includes(how))

test('whatever is written in a way that means one area is that area', () => {
  expect(those('written').filter(({ means, exact }) => exact !== means[0])).toEqual([])
})

test('what is misspelt or cut short is never taken for a fact, and the area is asked about first', () => {
  const asked = those('slip', 'part')
  expect(asked.filter(({ exact }) => exact !== null)).toEqual([])
  const missed = asked.filter(({ means, candidates }) => candidates[0] !== means[0])
  expect(missed.map(({ typed }) => typed)).toEqual([])
})

test('what may mean several areas is never one of them, and all of them are asked about', () => {
  const asked = those('ambiguous')
  expect(asked.filter(({ exact }) => exact !== null)).toEqual([])
  expect(asked.filter(({ means, candidates }) => !means.every((name) => candidates.includes(name)))).toEqual(
    [],
  )
})

test('what is no area is none, and nothing is asked', () => {
  const asked = those('none')
  expect(asked.filter(({ exact, candidates }) => exact !== null || candidates.length > 0)).toEqual([])
})

test('the set is large enough to say something', () => {
  expect(queries.length).toBeGreaterThanOrEqual(100)
  expect(those('ambiguous').length).toBeGreaterThanOrEqual(10)
})
