import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countPacked, profileAt, profilePacker } from '../../../src/matching/profile/packed-profiles.ts'

const aProfile = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 1, max: 255 })), {
    selector: ([key]) => key,
    maxLength: 80,
  })
  .chain((heavy) =>
    fc.tuple(fc.constant(heavy), fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { maxLength: 30 })),
  )
  .map(([heavy, small]) => {
    const impacts = new Map([...small.map((key) => [key, 1 + (key % 255)] as const), ...heavy])
    const keys = [...impacts.keys()].sort((a, b) => a - b)
    return {
      keys: Uint32Array.from(keys),
      impacts: Uint8Array.from(keys, (key) => impacts.get(key) ?? 0),
    }
  })

test('profiles come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(aProfile, { maxLength: 60 }), (profiles) => {
      const packer = profilePacker()
      expect(profiles.map((profile) => packer.add(profile))).toEqual(profiles.map((_, number) => number))
      const packed = packer.pack()
      expect(countPacked(packed)).toBe(profiles.length)
      const found = profiles.map((_, number) => {
        const { topics, words, impacts } = profileAt(packed, number)
        return { keys: Uint32Array.of(...topics, ...words), impacts }
      })
      expect(found).toEqual(profiles)
    }),
  )
})
