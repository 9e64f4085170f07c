import { describe, expect, test } from 'vitest'
import { bootstrapInterval, meanOf, sampleOf } from '../../../src/commands/eval/interval.ts'
import { ndcgAt, recallAt, reciprocalRank, shareOfTopTen } from '../../../src/commands/eval/measures.ts'
import { rankedIds } from '../../../src/commands/eval/scored.ts'

const GRADES = new Map([
  ['a', 3],
  ['b', 1],
])

describe('nDCG', () => {
  test.for([
    { ids: ['a', 'b'], is: 1, why: 'the best order' },
    { ids: ['b', 'a'], is: (1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)), why: 'the two swapped' },
    { ids: ['x', 'y', 'b'], is: 1 / Math.log2(4) / (7 + 1 / Math.log2(3)), why: 'one, in third place' },
    { ids: [], is: 0, why: 'an empty list' },
  ])('of $why', ({ ids, is }) => {
    expect(ndcgAt(10, GRADES, ids)).toBeCloseTo(is, 12)
  })

  test('looks at no more than the first ten, on either side', () => {
    const many = new Map(Array.from({ length: 12 }, (_, n) => [`r${n}`, 1]))
    expect(ndcgAt(10, many, [...many.keys()])).toBe(1)
    expect(ndcgAt(10, GRADES, [...'0123456789', 'a'])).toBe(0)
  })
})

test('recall is the share of all that are relevant, also where there are more than fit', () => {
  const relevant = new Set(['a', 'b', 'c', 'd'])
  expect(recallAt(2, relevant, ['a', 'x', 'b'])).toBe(0.25)
  expect(recallAt(20, relevant, ['a', 'x', 'b'])).toBe(0.5)
})

test('the reciprocal rank is that of the first relevant, and 0 of none', () => {
  expect(reciprocalRank(new Set(['a', 'b']), ['x', 'b', 'a'])).toBe(1 / 2)
  expect(reciprocalRank(new Set(['a']), ['x'])).toBe(0)
})

test('the share of the top ten divides by what is there', () => {
  expect(shareOfTopTen(new Set(['a']), ['a', 'x', 'y', 'z'])).toBe(0.25)
  expect(shareOfTopTen(new Set(['late']), [...'0123456789', 'late'])).toBe(0)
  expect(shareOfTopTen(new Set(['a']), [])).toBe(0)
})

test('equal scores are in order of id, and a long list is cut without losing a better one', () => {
  expect(
    rankedIds([
      { id: 'b', score: 1 },
      { id: 'c', score: 2 },
      { id: 'a', score: 1 },
    ]),
  ).toEqual(['c', 'a', 'b'])
  const long = Array.from({ length: 3_000 }, (_, n) => ({ id: `i${n}`, score: n % 1_500 }))
  const ids = rankedIds(long)
  expect(ids).toHaveLength(1_000)
  expect(ids.slice(0, 3)).toEqual(['i1499', 'i2999', 'i1498'])
})

test('the interval holds the mean, narrows with more queries, and comes again', () => {
  const few = Array.from({ length: 20 }, (_, n) => n % 2)
  const many = Array.from({ length: 2_000 }, (_, n) => n % 2)
  const [low, high] = bootstrapInterval(few)
  expect(low).toBeLessThan(meanOf(few))
  expect(high).toBeGreaterThan(meanOf(few))
  const [manyLow, manyHigh] = bootstrapInterval(many)
  // The standard error of a mean of 0 and 1 over 2,000 is 0.0112; 95% is 1.96 of them to either side.
  expect(manyHigh - manyLow).toBeCloseTo(2 * 1.96 * 0.0112, 2)
  expect(high - low).toBeGreaterThan(5 * (manyHigh - manyLow))
  expect(bootstrapInterval(few)).toEqual([low, high])
})

test('a sample is of the size asked, has nobody twice, and is the same each time', () => {
  const items = Array.from({ length: 300 }, (_, n) => n)
  const sample = sampleOf(items, 40)
  expect(new Set(sample).size).toBe(40)
  expect(sample).toEqual(sampleOf(items, 40))
  expect(sample).not.toEqual(items.slice(0, 40))
  expect(sampleOf(items, 300)).toEqual(items)
})
