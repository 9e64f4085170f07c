import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { prepareFunders, readFunder } from '../../../src/matching/funders/find-funders.ts'

const linesOf = (file: string) => readFileSync(`tests/matching/funders/${file}`, 'utf8').trimEnd().split('\n')

const index = prepareFunders(
  linesOf('funders.txt').map((name, at) => ({ id: `f${String(at).padStart(3, '0')}`, name, orgId: null })),
)

/**
 * What people write for funders, by hand. `how`: `written` as the funder is or was called, with a `slip`,
 * by a `part` of its name or its letters, `ambiguous`, or `none` of those in the list.
 */
const queries = linesOf('typed-funders.tsv')
  .slice(1)
  .map((row) => {
    const [typed = '', means = '', how = ''] = row.split('\t')
    const { isExact, funders } = readFunder(index, typed)
    return {
      typed,
      means: means === '' ? [] : means.split('; '),
      how,
      isExact,
      found: funders.map(({ name }) => name),
    }
  })

const those = (...hows: string[]) => queries.filter(({ how }) => hows.includes(how))

test('a name that a funder has or had, or is known by, is that funder alone', () => {
  const read = those('written').map(({ typed, isExact, found }) => ({ typed, isExact, found }))
  expect(read).toEqual(those('written').map(({ typed, means }) => ({ typed, isExact: true, found: means })))
})

test('a name that is misspelt or cut short finds the funder first, as one with a name like it', () => {
  const missed = those('slip', 'part').filter(({ means, isExact, found }) => isExact || found[0] !== means[0])
  expect(missed).toEqual([])
})

test('a name that may be of several funders finds all of them, and is none of theirs', () => {
  const asked = those('ambiguous')
  const wrong = asked.filter(
    ({ means, isExact, found }) => isExact || !means.every((name) => found.includes(name)),
  )
  expect(wrong).toEqual([])
})

test('a name of no funder finds none', () => {
  expect(those('none').filter(({ found }) => found.length > 0)).toEqual([])
})

test('the set is large enough to say something', () => {
  expect(queries.length).toBeGreaterThanOrEqual(70)
  expect(those('ambiguous').length).toBeGreaterThanOrEqual(4)
})
