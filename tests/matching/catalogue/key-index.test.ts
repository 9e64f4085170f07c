import fc from 'fast-check'
import { expect, test } from 'vitest'
import { impactIn, indexKeys, type KeyIndex, slotIn } from '../../../src/matching/catalogue/key-index.ts'
import { idOf } from '../../../src/matching/catalogue/key-list.ts'
import type { Profile } from '../../../src/matching/profile/profile.ts'

type Entry = readonly [key: number, impact: number]

const profileOf = (entries: readonly Entry[]): Profile => ({
  keys: Uint32Array.from(entries, ([key]) => key),
  impacts: Uint8Array.from(entries, ([, impact]) => impact),
})

/** The slots and impacts of a key, those for everywhere before the bar. */
function listed({ spans, postings, ...list }: KeyIndex, key: number): string {
  const id = idOf(list, key)
  if (id === -1) return '|'
  const [start = 0, split = 0, end = 0] = spans.subarray(2 * id, 2 * id + 3)
  const said = (from: number, to: number) =>
    Array.from(postings.subarray(from, to), (it) => `${slotIn(it)}:${impactIn(it)}`).join(' ')
  return `${said(start, split)}|${said(split, end)}`
}

const naive = (profiles: readonly (readonly Entry[])[], everywhere: number, key: number): string => {
  const all = profiles.flatMap((entries, slot) =>
    entries.flatMap(([its, impact]) => (its === key ? [{ slot, impact }] : [])),
  )
  const say = (part: typeof all) => part.map(({ slot, impact }) => `${slot}:${impact}`).join(' ')
  return `${say(all.filter(({ slot }) => slot < everywhere))}|${say(all.filter(({ slot }) => slot >= everywhere))}`
}

const entry = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 255 }))
const entries = fc
  .uniqueArray(entry, { selector: ([key]) => key, maxLength: 12 })
  .map((list) => list.toSorted(([a], [b]) => a - b))

test('lists for each key which opportunities have it, as looking through all of them would', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 15 }), fc.nat(15), (profiles, some) => {
      const everywhere = Math.min(some, profiles.length)
      const index = indexKeys(profiles.map(profileOf), everywhere)
      for (let key = 0; key <= 31; key += 1) {
        expect(listed(index, key)).toBe(naive(profiles, everywhere, key))
      }
    }),
    { seed: 1 },
  )
})

test('numbers more than 65,536 opportunities', () => {
  const many = 70_000
  const index = indexKeys(
    Array.from({ length: many }, (_, slot) => profileOf([[slot % 2, 9]])),
    0,
  )
  expect(listed(index, 1).split(' ').at(-1)).toBe(`${many - 1}:9`)
})
