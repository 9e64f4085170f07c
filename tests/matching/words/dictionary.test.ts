import { expect, test } from 'vitest'
import { dictionaryOf } from '../../../src/matching/words/dictionary.ts'
import { lexemesIn, readText } from '../../../src/matching/words/read-text.ts'
import { weighWords } from '../../../src/matching/words/weigh-words.ts'
import { LEARNT } from '../../support/learnt.ts'

const TEXTS = [
  'Befreinding and SEND, a food-bank and play groups.',
  'Volunteerign at the drop in; Send us a note',
  'Cafés, children’s clubs in South Gloucestershire and a neighbourhood watch',
]

test('begins with no words again once it has too many, and reads the same', () => {
  const once = dictionaryOf(LEARNT.words)
  const again = dictionaryOf(LEARNT.words, 3)
  for (const text of [...TEXTS, ...TEXTS]) {
    const [one, other] = [readText(once, text), readText(again, text)]
    expect(lexemesIn(other)).toEqual(lexemesIn(one))
    expect([...weighWords([[other, 1]]).amounts]).toEqual([...weighWords([[one, 1]]).amounts])
  }
})

test('texts that were read before stay as they were', () => {
  const dictionary = dictionaryOf(LEARNT.words, 3)
  const first = readText(dictionary, TEXTS[0] ?? '')
  const words = lexemesIn(first).map(({ word }) => word)
  for (const text of TEXTS) readText(dictionary, text)
  expect(dictionary()).not.toBe(first.words)
  expect(lexemesIn(first).map(({ word }) => word)).toEqual(words)
})

test('asks once for a word, however often it comes', () => {
  const dictionary = dictionaryOf(LEARNT.words)
  readText(dictionary, 'A lunch club. Lunch at the club, for lunch')
  const { size } = dictionary().list
  readText(dictionary, 'lunch at the club for a club lunch')
  expect(dictionary().list.size).toBe(size)
})
