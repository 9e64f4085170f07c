import { describe, expect, test } from 'vitest'
import type { ListedMatch } from '../../../src/domain/match-list.ts'
import { listOf, mergeList } from '../../../src/matching/lists/merge-list.ts'
import { opportunityId } from '../../support/builders.ts'

const SIZE = { kept: 50, shown: 40 }
const listed = (units: number, id = `o${units}`): ListedMatch => ({
  opportunityId: opportunityId(id),
  units,
  verdict: 'eligible',
})
/** One after the other from so many units down. */
const from = (units: number, count: number) => Array.from({ length: count }, (_, n) => listed(units - n))
const without =
  (...units: number[]) =>
  (id: string) =>
    units.some((it) => id === `o${it}`)
const nothing = () => false

describe('a list made afresh', () => {
  test('has no floor when nothing is left out', () => {
    expect(listOf(SIZE, from(100, SIZE.kept))).toEqual({ matches: from(100, SIZE.kept), floor: null })
  })
  test('ends at its floor when something is', () => {
    const { matches, floor } = listOf(SIZE, from(100, SIZE.kept + 1))
    expect(matches).toHaveLength(SIZE.kept)
    expect(floor).toEqual(matches.at(-1))
  })
})

describe('a list carried on', () => {
  const full = listOf(SIZE, from(100, SIZE.kept + 1))
  const floorUnits = 100 - SIZE.kept + 1

  test('takes in what is new in its place, and drops what falls out', () => {
    const merged = mergeList(SIZE, full, nothing, [listed(200), listed(80, 'z')])
    expect(merged?.matches.slice(0, 2).map(({ units }) => units)).toEqual([200, 100])
    expect(merged?.matches).toHaveLength(SIZE.kept)
    expect(merged?.floor?.units).toBe(floorUnits + 2)
  })
  test('keeps out what comes below its floor, where others may stand between', () => {
    const merged = mergeList(SIZE, full, without(100), [listed(floorUnits - 1)])
    expect(merged?.matches).toHaveLength(SIZE.kept - 1)
    expect(merged?.floor).toEqual(full.floor)
  })
  test('takes in what ties with its floor only by a lower id', () => {
    const merged = mergeList(SIZE, full, without(100, 99), [listed(floorUnits, 'a'), listed(floorUnits, 'z')])
    expect(merged?.matches.slice(-2).map(({ opportunityId: id }) => id)).toEqual(['a', `o${floorUnits}`])
  })
  test('must be made afresh when too few are left above the floor, and not before', () => {
    const gone = Array.from({ length: SIZE.kept - SIZE.shown + 1 }, (_, n) => 100 - n)
    expect(mergeList(SIZE, full, without(...gone.slice(1)), [])?.matches).toHaveLength(SIZE.shown)
    expect(mergeList(SIZE, full, without(...gone), [])).toBeNull()
  })
  test('may shrink to nothing when it never left anything out', () => {
    expect(mergeList(SIZE, listOf(SIZE, [listed(5)]), without(5), [])).toEqual({ matches: [], floor: null })
  })
  test('judges what has changed again instead of keeping it', () => {
    const merged = mergeList(SIZE, listOf(SIZE, [listed(5, 'a'), listed(4, 'b')]), (id) => id === 'a', [
      listed(1, 'a'),
    ])
    expect(merged?.matches).toEqual([listed(4, 'b'), listed(1, 'a')])
  })
})
