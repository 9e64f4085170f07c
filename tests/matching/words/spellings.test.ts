import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editsBetween } from '../../../src/matching/words/edits.ts'
import { respell, spellingsOf } from '../../../src/matching/words/spellings.ts'
import { wordUses } from '../../../src/matching/words/word-use.ts'

describe('respelling', () => {
  const text =
    'befriending community organisation health house volunteering gardening art careers youth allotment'
  const spellings = spellingsOf([wordUses([[text, 1]], 0)])

  test.for([
    ['befreinding', 'befriend'],
    ['organization', 'organis'],
    ['comunity', 'commun'],
    ['helth', 'health'],
    ['gardning', 'garden'],
    ['volunterring', 'volunt'],
    ['yuoth', 'youth'],
    ['alotment', 'allot'],
  ] as const)('reads %s as the catalogue’s %s', ([word, stem]) => {
    expect(respell(spellings, word)).toBe(stem)
  })

  test.for(['horse', 'arts', 'ar', 'mouse', 'football', 'heal', 'x'.repeat(500), 'gardarobe'])(
    'leaves %s alone',
    (word) => {
      expect(respell(spellings, word)).toBeUndefined()
    },
  )
})

describe('edits', () => {
  test.for([
    ['kitchen', 'kitchen', 0],
    ['befreinding', 'befriending', 1],
    ['house', 'horse', 1],
    ['health', 'helth', 1],
    ['ab', 'ba', 1],
    ['sitting', 'kitten', 3],
  ] as const)('between %s and %s: %i', ([a, b, edits]) => {
    expect(editsBetween(a, b, 3)).toBe(edits)
  })

  test('are the same both ways, 0 only for the same word, and never above the limit plus one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const edits = editsBetween(a, b, most)
        expect(edits).toBe(editsBetween(b, a, most))
        expect(edits === 0).toBe(a === b)
        expect(edits).toBeLessThanOrEqual(most + 1)
      }),
    )
  })
})
