import { expect, test } from 'vitest'
import { CONCEPTS } from '../../../src/matching/topics/concepts.ts'
import { PHRASES } from '../../../src/matching/topics/phrases.ts'
import { FIRST_WORD_KEY, pairKey, wordKey } from '../../../src/matching/words/term-key.ts'
import { LEARNT } from '../../support/learnt.ts'

const stems = [
  ...new Set([...LEARNT.words.words.keys(), ...[...PHRASES.keys()].flatMap((phrase) => phrase.split(' '))]),
]

test('the key of a stem is the same for ever: tables and taste go by it', () => {
  expect(['kitchen', 'befriend', 'žluť', ''].map(wordKey)).toEqual([
    870_733_615, 203_991_576, 398_868_857, 2_166_136_261,
  ])
  expect(pairKey(870_733_615, 203_991_576)).toBe(2_847_112_238)
})

test('keys are whole, of 32 bits, and never those of topics and labels', () => {
  for (const stem of stems) {
    const key = wordKey(stem)
    expect(Number.isInteger(key) && key >= FIRST_WORD_KEY && key < 2 ** 32).toBe(true)
  }
  expect(CONCEPTS.length).toBeLessThan(FIRST_WORD_KEY)
})

test('all stems that we know have keys of their own', () => {
  expect(new Set(stems.map(wordKey)).size).toBe(stems.length)
})

test('a pair has another key than its words, and than the same pair the other way round', () => {
  const words = stems.slice(0, 100).map(wordKey)
  const pairs = words.flatMap((first) => words.map((second) => pairKey(first, second)))
  expect(new Set(pairs).size).toBe(pairs.length)
  const singles = new Set(words)
  expect(pairs.filter((key) => singles.has(key) || key < FIRST_WORD_KEY || key >= 2 ** 32)).toEqual([])
})
