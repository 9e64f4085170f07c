import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsBetween } from '../../../src/base/edits.ts'
import { indexSpellings, spellingsNear } from '../../../src/matching/words/spelling-index.ts'

test('no spelling within so many slips is missed that begins with the same letter', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '7'), minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 40 }),
      word,
      fc.integer({ min: 1, max: 3 }),
      (all, it, slips) => {
        const near = spellingsNear(indexSpellings(all), it, slips)
        expect(near).toEqual([...near].sort((a, b) => a - b))
        const wanted = all.flatMap((spelling, number) =>
          spelling[0] === it[0] && editsBetween(spelling, it, slips) <= slips ? [number] : [],
        )
        expect(near).toEqual(expect.arrayContaining(wanted))
      },
    ),
    { seed: 1, numRuns: 1_000 },
  )
})

test('most of the others are left out', () => {
  const all = ['garden', 'gardens', 'gather', 'golden', 'pardon', 'gardening', 'garment', 'g']
  expect(spellingsNear(indexSpellings(all), 'gardne', 1).map((number) => all[number])).toEqual([
    'garden',
    'gardens',
  ])
})
