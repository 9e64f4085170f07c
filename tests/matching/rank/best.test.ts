import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FULL } from '../../../src/matching/profile/units.ts'
import { bestOf } from '../../../src/matching/rank/best.ts'
import { rankIn, unitsIn, worthOf } from '../../../src/matching/rank/worth.ts'

test('keeps what sorting would put first, whatever comes in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 60 }), fc.nat(20), (all, most) => {
      const best = bestOf()
      best.clear(60)
      best.put(99)
      best.clear(most)
      for (const worth of all) best.put(worth)
      const sorted = all.toSorted((a, b) => b - a).slice(0, most)
      expect(best.isFull()).toBe(all.length >= most)
      expect(best.least()).toBe(most === 0 || all.length < most ? Number.NEGATIVE_INFINITY : sorted.at(-1))
      expect([...best.drain()]).toEqual(sorted)
      expect([...best.drain()]).toEqual([])
    }),
    { seed: 1 },
  )
})

test('units and rank are read back from what they are worth together, below 0 too', () => {
  for (const units of [-FULL, -1, 0, 1, FULL, 2 * FULL]) {
    for (const rank of [0, 1, 65_536, 2 ** 24 - 1]) {
      const worth = worthOf(units, rank)
      expect([unitsIn(worth), rankIn(worth)]).toEqual([units, rank])
      expect(Number.isSafeInteger(worth)).toBe(true)
    }
  }
})

test('more units are worth more, and of as many the lower rank', () => {
  expect(worthOf(2, 9)).toBeGreaterThan(worthOf(1, 0))
  expect(worthOf(1, 0)).toBeGreaterThan(worthOf(1, 1))
  expect(worthOf(-1, 0)).toBeLessThan(worthOf(0, 9))
})
