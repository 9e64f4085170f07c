import { describe, expect, test } from 'vitest'
import { crossValidate, foldOf, type Tried } from '../../../src/commands/eval/folds.ts'
import { WAYS } from '../../../src/commands/eval/weighed.ts'

const IDS = Array.from({ length: 200 }, (_, n) => `query-${n}`)

/** A set whose queries measure what the function says, by way and id. */
const tried = (ids: readonly string[], ways: number, ndcg10: (way: number, id: string) => number): Tried => ({
  set: 'causes',
  queries: ids.map((id) => ({ id })),
  measured: Array.from({ length: ways }, (_, way) => ids.map((id) => ({ ndcg10: ndcg10(way, id) }))),
})

describe('the fold of a query', () => {
  test('is one of those there are, and no fold is left empty', () => {
    expect([...new Set(IDS.map((id) => foldOf(id, 5)))].sort()).toEqual([0, 1, 2, 3, 4])
  })
  test('depends on its id alone', () => {
    expect(IDS.map((id) => foldOf(id, 5))).toEqual(
      IDS.toReversed()
        .map((id) => foldOf(id, 5))
        .toReversed(),
    )
  })
})

describe('cross-validation', () => {
  test('measures what is best everywhere as it is', () => {
    const { chosen, sets } = crossValidate([tried(IDS, 3, (way) => [0.2, 0.5, 0.3][way] ?? 0)], 5)
    expect(chosen).toEqual([1, 1, 1, 1, 1])
    expect(sets[0]?.shipped.ndcg10).toBeCloseTo(0.2, 9)
    expect(sets[0]?.crossValidated.ndcg10).toBeCloseTo(0.5, 9)
    expect(sets[0]?.hindsight.ndcg10).toBeCloseTo(0.5, 9)
  })

  test('never chooses a way by the queries that it is measured on', () => {
    // Each way after the first shines on one fold alone, and is worthless elsewhere.
    const shines = tried(IDS, 6, (way, id) => (way === 0 ? 0.1 : foldOf(id, 5) === way - 1 ? 1 : 0))
    const { chosen, sets } = crossValidate([shines], 5)
    for (const [fold, way] of chosen.entries()) expect(way).not.toBe(fold + 1)
    expect(sets[0]?.crossValidated.ndcg10).toBe(0)
    expect(sets[0]?.hindsight.ndcg10).toBeGreaterThan(0.1)
  })

  test('chooses one way for all sets, a small set counting as much as a large one', () => {
    const large = tried(IDS, 2, (way) => (way === 1 ? 0.5 : 0.4))
    const small = tried(IDS.slice(0, 20), 2, (way) => (way === 1 ? 0.1 : 0.9))
    expect(crossValidate([large, small], 5).chosen).toEqual([0, 0, 0, 0, 0])
  })

  test('stays with what is shipped where nothing is better', () => {
    expect(crossValidate([tried(IDS, 4, () => 0.3)], 5).chosen).toEqual([0, 0, 0, 0, 0])
  })
})

test('the ways to weigh begin with the shipped one, and are all different', () => {
  expect(Object.values(WAYS[0] ?? {})).toEqual([1, 1, 1])
  expect(new Set(WAYS.map((way) => JSON.stringify(way))).size).toBe(27)
})
