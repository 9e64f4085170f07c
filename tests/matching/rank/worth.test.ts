import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankIn, unitsIn, worthOf } from '../../../src/matching/rank/worth.ts'

const units = fc.integer({ min: -(2 ** 27), max: 2 ** 27 })
const rank = fc.integer({ min: 0, max: 2 ** 24 - 1 })

test('a worth holds its score and rank', () => {
  fc.assert(
    fc.property(units, rank, (score, place) => {
      expect([unitsIn(worthOf(score, place)), rankIn(worthOf(score, place))]).toEqual([score, place])
    }),
  )
})

test('the higher score is worth more, and of two alike the lower rank', () => {
  fc.assert(
    fc.property(units, units, rank, rank, (a, b, x, y) => {
      const isBetter = a > b || (a === b && x < y)
      expect(worthOf(a, x) > worthOf(b, y)).toBe(isBetter)
    }),
  )
})
