import { expect, test } from 'vitest'
import { BOILERPLATE, PAIR } from '../../../src/matching/weights.ts'
import { termsOf } from '../../../src/matching/words/terms.ts'

const keys = (text: string) => termsOf(text).map(({ key }) => key)

test('words are compared by their stem and quoted as they stand', () => {
  expect(termsOf('Gardening')).toEqual([{ key: 'garden', surface: 'Gardening', weight: 1 }])
})

test('neighbours form a pair, across a space or a hyphen only', () => {
  expect(termsOf('Lunch clubs')[1]).toEqual({ key: 'lunch club', surface: 'Lunch clubs', weight: PAIR })
  expect(keys('after-school meals')).toContain('school meal')
  for (const text of ['lunch, club', 'lunch\nclub', 'lunch <b>club</b>', 'lunch and club', 'lunch  club']) {
    expect(keys(text)).toEqual(['lunch', 'club'])
  }
})

test('stop words go, and words that every funder uses count little', () => {
  expect(termsOf('and the funding')).toEqual([{ key: 'fund', surface: 'funding', weight: BOILERPLATE }])
})

test('two words that every funder uses form no pair', () => {
  expect(keys('grant funding')).toEqual(['grant', 'fund'])
})

test('names of areas are no topic, everyday words that are also names are', () => {
  expect(keys('football in South Gloucestershire, BRISTOL and the South West')).toEqual(['footbal'])
  expect(keys('a reading club')).toContain('read')
  expect(keys('the south of town')).toContain('south')
})

test('markup, entities, numbers, emoji and single letters are no words', () => {
  expect(keys('<p class="intro">Caf&eacute; &amp; 🎉 2026 x <br/>music</p>')).toEqual(['caf', 'music'])
})

test('accents, capitals and possessives do not matter', () => {
  expect(keys('Café’s')).toEqual(keys('cafe'))
  expect(keys("Children's")).toEqual(keys('CHILDREN'))
})

test('stray brackets in a long text take no time', () => {
  const started = performance.now()
  expect(termsOf(`${'<'.repeat(60_000)}a${'<a '.repeat(60_000)}${'&'.repeat(60_000)}`)).toEqual([])
  expect(performance.now() - started).toBeLessThan(2_000)
})
