import { stemmer } from 'stemmer'
import { describe, expect, test } from 'vitest'
import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import table from '../../../data/reference/word-table.json' with { type: 'json' }
import { LEXICON_WORDS } from '../../../src/matching/topics/phrases.ts'
import { british } from '../../../src/matching/words/british.ts'
import { stemOf } from '../../../src/matching/words/stem.ts'

describe('American spellings meet British ones', () => {
  test.for([
    ['organization', 'organisation'],
    ['emphasized', 'emphasised'],
    ['analyzing', 'analysing'],
    ['neighborhoods', 'neighbourhoods'],
    ['colored', 'coloured'],
    ['center', 'centre'],
    ['centering', 'centring'],
    ['theaters', 'theatres'],
    ['dialog', 'dialogue'],
    ['program', 'programmes'],
    ['counseling', 'counselling'],
    ['counselors', 'counsellors'],
    ['travelers', 'travellers'],
    ['enrollment', 'enrolment'],
    ['fulfill', 'fulfil'],
    ['skillful', 'skilful'],
    ['license', 'licences'],
    ['defense', 'defence'],
    ['practise', 'practice'],
    ['pediatric', 'paediatric'],
    ['archeology', 'archaeology'],
    ['jewelry', 'jewellery'],
    ['aging', 'ageing'],
    ['moms', 'mums'],
    ['plowing', 'ploughing'],
  ] as const)('%s and %s', ([american, spelling]) => {
    expect(stemOf(american)).toBe(stemOf(spelling))
    expect(british(spelling)).toBe(spelling)
  })
})

test('words that are written alike on both sides stay as they are', () => {
  const same =
    'size sized prize seize capsized resizing maize citizen horizon bazaar laboratory collaborate honorary honorarium humorous vigorous elaborate storage meter water letter computer dinosaur blog logo programmed grammar install illness willing sense license-free pedigree pedicure belize devizes'
  for (const word of same.split(' ')) expect(british(word)).toBe(word)
})

test('no two stems of the lexicon, of the stop lists or of the table become one but spellings of one word', () => {
  const words = [...LEXICON_WORDS.keys(), ...lists.stop, ...lists.boilerplate, ...lists.ordinary]
  // "Organization" was taken for an organ before.
  const merged = Map.groupBy(new Set(words), stemOf)
    .values()
    .map((group) => [...new Set(group.map((word) => stemmer(word)))].sort())
    .filter((stems) => stems.length > 1)
  expect([...merged].sort()).toEqual([
    ['leukaemia', 'leukemia'],
    ['organ', 'organis'],
    ['paediatr', 'pediatr'],
  ])
  // Stems of "analogous" and "programming", which are no such words themselves.
  expect(Object.keys(table.words).filter((stem) => british(stem) !== stem)).toEqual(['analog', 'program'])
})
