import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, emptyTally, type Tally } from '../../../src/matching/words/tally.ts'

test('counts keys in the order in which they first come, in the same room again and again', () => {
  let tally: Tally | undefined
  // Few different ones, multiples that share a slot, and large ones.
  const key = fc.oneof(
    fc.nat(9),
    fc.nat(9).map((n) => n * 2 ** 20),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  )
  fc.assert(
    fc.property(fc.array(key, { maxLength: 600 }), (keys) => {
      const counts = new Map<number, number>()
      const used = emptyTally(tally, keys.length)
      tally = used
      for (const it of keys) {
        counts.set(it, (counts.get(it) ?? 0) + 1)
        expect(used.keys[count(used, it)]).toBe(it)
      }
      const counted = Array.from(used.keys.subarray(0, used.size), (it, place) => [it, used.times[place]])
      expect(counted).toEqual([...counts])
    }),
    { seed: 1 },
  )
})
