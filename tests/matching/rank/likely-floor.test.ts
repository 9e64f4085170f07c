import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST_OPEN } from '../../../src/matching/rank/ground.ts'
import { likelyFloor } from '../../../src/matching/rank/likely-floor.ts'

const everywhere = (count: number) => Int32Array.of(0, count)

test('several times as many reach it as are wanted, and few more', () => {
  const sums = Int32Array.from({ length: 4_000 }, (_, slot) => Math.imul(slot, 7_919) % 4_001)
  const floor = likelyFloor(sums, everywhere(4_000), 32, LEAST_OPEN)
  const above = sums.filter((sum) => sum >= floor).length
  expect(above).toBeGreaterThan(64)
  expect(above).toBeLessThan(160)
})

test('among too few it is no guess at all', () => {
  expect(likelyFloor(Int32Array.of(5, 6, 7), everywhere(3), 32, LEAST_OPEN)).toBe(LEAST_OPEN)
  expect(likelyFloor(new Int32Array(), new Int32Array(), 32, LEAST_OPEN)).toBe(LEAST_OPEN)
})

test('is never under what is needed anyway, and what is closed or in no stretch is not counted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -(2 ** 30), max: 1_000 }), { minLength: 600, maxLength: 900 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 500 }),
      (all, most, least) => {
        const floor = likelyFloor(Int32Array.from(all), Int32Array.of(0, 500), most, least)
        expect(floor).toBeGreaterThanOrEqual(least)
        const open = all.slice(0, 500).filter((sum) => sum >= least)
        if (floor > least) expect(open).toContain(floor)
      },
    ),
    { seed: 1 },
  )
})
