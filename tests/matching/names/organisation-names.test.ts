import { expect, test } from 'vitest'
import { findNames } from '../../../src/base/names/find-names.ts'
import { prepareOrganisationNames } from '../../../src/matching/names/organisation-names.ts'

/** A small invented register. Ids are the names' places, so a failure is easy to read. */
const register = prepareOrganisationNames([
  { id: 'cab-arden', name: 'ARDEN CITIZENS ADVICE BUREAUX' },
  { id: 'mind-arden', name: 'Mind in Arden' },
  { id: 'age-arden', name: 'AGE CONCERN ARDEN' },
  { id: 'scouts-arden', name: '1ST ARDEN (ST PETERS) SCOUT GROUP' },
  { id: 'scouts-arden-2', name: '2ND ARDEN SCOUT GROUP' },
  { id: 'guides-arden', name: 'Girlguiding Arden District' },
  { id: 'wi-selwood', name: "SELWOOD WOMEN'S INSTITUTE" },
  { id: 'ymca-selwood', name: "SELWOOD YOUNG MEN'S CHRISTIAN ASSOCIATION" },
  { id: 'cadets-selwood', name: 'SELWOOD UNIT 905 OF THE SEA CADET CORPS' },
  { id: 'u3a-selwood', name: 'UNIVERSITY OF THE THIRD AGE (SELWOOD)' },
  { id: 'hearts', name: 'The Halbrook Electronic Arts and Reading Trust Society' },
  { id: 'toddlers', name: 'Littlebrook Toddlers' },
  { id: 'line', name: 'Harbour Line' },
  { id: 'kestrel', name: 'KESTREL HOUSE LIMITED', otherNames: ['Saltmarsh Refuge'] },
  { id: 'wales', name: 'Menter Gofal Cymru' },
  { id: 'orchard', name: 'The Orchard Fund (incorporating the Millbrook Allotment Gift)' },
])

const first = (text: string): string | undefined => findNames(register, text, 5)[0]?.id

test.for([
  ['CAB - Arden', 'cab-arden'],
  ['Citizens Advice Arden', 'cab-arden'],
  ['Age UK Arden', 'age-arden'],
  ['Arden Mind Ltd', 'mind-arden'],
  ['First Arden Scouts', 'scouts-arden'],
  ['2nd Arden Scout Troop', 'scouts-arden-2'],
  ['Arden Guides Association', 'guides-arden'],
  ['Selwood WI', 'wi-selwood'],
  ['Selwood Y.M.C.A.', 'ymca-selwood'],
  ['Selwood Sea Cadets', 'cadets-selwood'],
  ['Selwood U3A', 'u3a-selwood'],
] as const)('a branch is found whichever way its network is written: %s', ([text, id]) => {
  expect(first(text)).toBe(id)
})

test('a misspelt word is read as its neighbour', () => {
  expect(first('Litlebrook Todlers')).toBe('toddlers')
})

test.for([
  ['Little Brook Toddlers', 'toddlers'],
  ['Harbourline', 'line'],
] as const)('words joined or split are the same words: %s', ([text, id]) => {
  expect(first(text)).toBe(id)
})

test('an acronym finds the name that it stands for', () => {
  expect(first('HEARTS')).toBe('hearts')
})

test('a name written in full finds the acronym in the register', () => {
  const index = prepareOrganisationNames([
    { id: 'ncv', name: 'NCVB LIMITED' },
    { id: 'other', name: 'Norwell Dog Rescue' },
  ])
  expect(findNames(index, 'Norwell Community Village Bakery', 1)[0]?.id).toBe('ncv')
})

test('a former name finds the entry, which is given by its name of today', () => {
  expect(findNames(register, 'saltmarsh refuge', 1)).toEqual([
    { id: 'kestrel', name: 'KESTREL HOUSE LIMITED', score: 1 },
  ])
})

test.for(['Kestrel House', 'Kestrel House Ltd.', 'Saltmarsh Enterprise (formerly Kestrel House)'])(
  'the part of the text that is a name is enough: %s',
  (text) => {
    expect(first(text)).toBe('kestrel')
  },
)

test('a registered name is found by what stands before its brackets', () => {
  expect(first('Orchard Fund')).toBe('orchard')
})

test('Welsh and English words of a name are one', () => {
  expect(first('Menter Gofal Wales')).toBe('wales')
})

/** Two entries that share one word each with the text: `a` would be first if they were as good as each other. */
test.for([
  ['a rare word counts for more than a common one', 'Lantern Choir', 'Arden Choir', 'Lantern Makers'],
  ['"foundation" counts for less than a name', 'Arden Foundation', 'Selwood Foundation', 'Arden Weavers'],
  ['"limited" counts for less than a name', 'Arden Limited', 'Weavers Limited', 'Arden Potters'],
  ['another network in the same place is not meant', 'Arden Mencap', 'Mind in Arden', 'Arden Weavers'],
  ['a part in brackets is less than the whole', 'Otter House (Arden)', 'Arden', 'Otter House Arden Weavers'],
  ['the typed words count for more than the registered', 'Otter House', 'Otter', 'Otter House Jug Potters'],
])('%s: %s', ([, text = '', worse = '', better = '']) => {
  const index = prepareOrganisationNames([
    { id: 'a', name: worse },
    { id: 'z', name: better },
    { id: 'other', name: 'Selwood Choir' },
  ])
  expect(findNames(index, text, 3)[0]?.id).toBe('z')
})

test('a word finds the longer one that it begins', () => {
  const found = findNames(prepareOrganisationNames([{ id: 'a', name: 'Ardenshire' }]), 'Arden', 1)
  expect(found).toEqual([{ id: 'a', name: 'Ardenshire', score: 0.6 }])
})

test('missing and extra rare words lower a score, "the", "and" and "Limited" do not', () => {
  const index = prepareOrganisationNames([
    { id: 'plain', name: 'Penhallow Kite & Lantern' },
    { id: 'longer', name: 'Penhallow Kite and Lantern Zebra Quartet' },
    { id: 'shorter', name: 'Penhallow' },
    { id: 'company', name: 'THE PENHALLOW KITE AND LANTERN LIMITED' },
  ])
  const found = findNames(index, 'Penhallow Kite and Lantern', 4)
  expect(found.map(({ id }) => id)).toEqual(['company', 'plain', 'longer', 'shorter'])
  expect(found.map(({ score }) => score === 1)).toEqual([true, true, false, false])
})

test('a legal form counts when the text names it', () => {
  const index = prepareOrganisationNames([
    { id: 'a', name: 'Penhallow Lantern' },
    { id: 'b', name: 'Penhallow Lantern Limited' },
  ])
  expect(findNames(index, 'Penhallow Lantern Ltd', 2).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('the list is as long as asked for, at most', () => {
  expect(findNames(register, 'Arden', 3)).toHaveLength(3)
  expect(findNames(register, 'Arden', 0)).toEqual([])
})

test.for(['', '   ', '!?-()', '🎈🎈', '\u0000', '()', '(((((', '[', ', ,'])(
  'nothing is found for %j',
  (text) => {
    expect(findNames(register, text, 5)).toEqual([])
  },
)

test('text that shares nothing with any name finds nothing', () => {
  expect(findNames(register, 'zzyzx', 5)).toEqual([])
})

test('an empty register finds nothing', () => {
  expect(findNames(prepareOrganisationNames([]), 'Arden', 5)).toEqual([])
})

test('a name without a letter is no trouble to the others', () => {
  const index = prepareOrganisationNames([
    { id: 'a', name: '???' },
    { id: 'b', name: 'Arden Choir' },
  ])
  expect(findNames(index, 'arden choir', 5)).toEqual([{ id: 'b', name: 'Arden Choir', score: 1 }])
})

test.for([
  ['words', 'Arden Mind '.repeat(1000)],
  ['one word', 'a'.repeat(10_000)],
  ['brackets', '('.repeat(10_000)],
  ['dots', 'a.'.repeat(5000)],
  ['alternatives', 'arden or '.repeat(1200)],
])('10,000 characters of %s are read in no time', ([, text = '']) => {
  const start = performance.now()
  expect(findNames(register, text, 5).length).toBeLessThanOrEqual(5)
  expect(performance.now() - start).toBeLessThan(500)
})

test('10,000 spaces after a name hide nothing', () => {
  expect(first(`Arden Mind ${' '.repeat(10_000)}`)).toBe('mind-arden')
})
