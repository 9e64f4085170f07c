import { expect, test } from 'vitest'
import { clausesOf } from '../../src/reading/clauses.ts'
import { readText } from '../../src/reading/read-text.ts'

const quotesOf = (text: string) => clausesOf(text).map(({ quote }) => quote)

test('a text falls into its sentences and items, as they stand', () => {
  expect(
    quotesOf('Apply by 5 p.m. on Friday. Grants, e.g. for halls, are £500.\n• Schools\n• Charities'),
  ).toEqual(['Apply by 5 p.m. on Friday.', 'Grants, e.g. for halls, are £500.', 'Schools', 'Charities'])
})

test('lines that were broken for width are one', () => {
  expect(quotesOf('Applications must be received by\nFriday 5 June 2026')).toEqual([
    'Applications must be received by Friday 5 June 2026',
  ])
})

test('what is left of HTML is taken out', () => {
  expect(quotesOf('<ul><li>Up to&nbsp;&pound;500</li><li class="x">Schools &amp; halls</li></ul>')).toEqual([
    'Up to £500',
    'Schools & halls',
  ])
})

test('items stand under their lead, until a sentence ends it', () => {
  const clauses = clausesOf('We do not fund:\n• schools\n• halls\n\nWe fund charities.\n• parks')
  expect(clauses.map(({ text, lead }) => [text, lead])).toEqual([
    ['we do not fund:', ''],
    ['schools', 'we do not fund:'],
    ['halls', 'we do not fund:'],
    ['we fund charities.', ''],
    ['parks', ''],
  ])
})

test.for([
  'grants of up to £5,000 and ',
  'the deadline for applications is ',
  'constituted voluntary or community groups, ',
  'within 12 months of accounts ',
  '£1,000 - ',
  'total of ',
  'maximum contract value ',
  'Bristol and ',
  '(((',
  '<p',
  '&',
  '5 June, ',
])('fifty thousand times “%s” is read in the time of a test', (words) => {
  expect(() => readText(words.repeat(50_000), null)).not.toThrow()
})

test('a word that looks like many days of the week is read in the time of a test', () => {
  const text = `Applications are open until ${'day'.repeat(150)}! on 5 June 2026.`
  expect(() => readText(text, null)).not.toThrow()
})

test('a long text without an end of a sentence is cut', () => {
  const longest = Math.max(...clausesOf('a word '.repeat(10_000)).map(({ quote }) => quote.length))
  expect(longest).toBeLessThanOrEqual(600)
})
