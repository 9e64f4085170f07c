import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptPairs } from '../../../src/matching/words/kept-pairs.ts'

test('a pair that comes again soon is not asked for again', () => {
  let asked = 0
  const find = keptPairs((first, second) => {
    asked += 1
    return first - second
  })
  for (let turn = 0; turn < 3; turn += 1) {
    expect(find(9, 2)).toBe(7)
    expect(find(5, 5)).toBe(0)
  }
  expect(asked).toBe(2)
})

test('whatever comes in between, each pair has its own number', () => {
  const find = keptPairs((first, second) => 1_000 * first + second)
  const number = fc.integer({ min: 1, max: 999 })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 300 }), (pairs) => {
      for (const [first, second] of pairs) expect(find(first, second)).toBe(1_000 * first + second)
    }),
    { seed: 1, numRuns: 300 },
  )
})
