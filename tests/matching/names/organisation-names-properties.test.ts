import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNames } from '../../../src/base/names/find-names.ts'
import { prepareOrganisationNames } from '../../../src/matching/names/organisation-names.ts'

const word = fc.constantFrom(
  ...['Arden', 'Selwood', 'Choir', 'Trust', 'The', 'Mind', 'Limited', 'of', 'Citizens', 'Advice', 'Bureau'],
  ...[
    '1st',
    'Scout',
    'Group',
    'Café',
    'Lantern',
    'lantren',
    'U3A',
    'Womens',
    'Institute',
    'St',
    'and',
    'CIO',
  ],
)
const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const anyName = fc.oneof(
  name,
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const entriesOf = (names: readonly string[]) =>
  names.map((one, at) => ({ id: `e${String(at).padStart(3, '0')}`, name: one }))
const names = fc.array(anyName, { minLength: 1, maxLength: 30 })
const words = fc.array(name, { minLength: 1, maxLength: 30 })

test('an exact name is first, or as good as the first', () => {
  fc.assert(
    fc.property(names, fc.nat(), (register, pick) => {
      const entries = entriesOf(register)
      const wanted = entries[pick % entries.length]
      fc.pre(wanted !== undefined && /[\p{L}\p{N}]/u.test(wanted.name.normalize('NFKD')))
      const found = findNames(prepareOrganisationNames(entries), wanted?.name ?? '', entries.length)
      const score = found.find(({ id }) => id === wanted?.id)?.score
      expect(score).toBe(1)
      expect(found[0]?.score).toBe(score)
    }),
  )
})

test('capitals, accents and full stops change nothing', () => {
  fc.assert(
    fc.property(words, name, (register, text) => {
      const index = prepareOrganisationNames(entriesOf(register))
      const plain = findNames(index, text, 10)
      expect(findNames(index, text.toUpperCase(), 10)).toEqual(plain)
      expect(findNames(index, text.replaceAll('e', 'é').replaceAll('a', 'à'), 10)).toEqual(plain)
      expect(findNames(index, `«${text.replaceAll(' ', ' - ')}»!`, 10)).toEqual(plain)
    }),
  )
})

test('scores run from 0 to 1, best first, ties by id, each entry once, as many as asked for at most', () => {
  fc.assert(
    fc.property(names, anyName, fc.nat({ max: 20 }), (register, text, limit) => {
      const found = findNames(prepareOrganisationNames(entriesOf(register)), text, limit)
      expect(found.every(({ score }) => score > 0 && score <= 1)).toBe(true)
      expect(found).toEqual([...found].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)))
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      expect(found.length).toBeLessThanOrEqual(limit)
    }),
  )
})

test('another name in the register of no likeness does not change who is first', () => {
  fc.assert(
    fc.property(words, fc.nat(), (register, pick) => {
      const text = register[pick % register.length] ?? ''
      const before = findNames(prepareOrganisationNames(entriesOf(register)), text, 1)
      const after = findNames(prepareOrganisationNames(entriesOf([...register, 'Zyqwx Jvkfh'])), text, 1)
      expect(after).toEqual(before)
    }),
  )
})

test('a long list of the best begins with a short one', () => {
  fc.assert(
    fc.property(names, anyName, (register, text) => {
      const index = prepareOrganisationNames(entriesOf(register))
      expect(findNames(index, text, 20).slice(0, 3)).toEqual(findNames(index, text, 3))
    }),
  )
})
