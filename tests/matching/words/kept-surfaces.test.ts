import { expect, test } from 'vitest'
import { keptSurfaces } from '../../../src/matching/words/kept-surfaces.ts'

const words = Array.from({ length: 5_000 }, (_, number) => `${number}wörd${number % 7}`)

test('each word is asked for once, and found in a text or by itself', () => {
  const asked: string[] = []
  const numberOf = (word: string) => (word.endsWith('3') ? 0 : 2_000_000_000 - words.indexOf(word))
  const find = keptSurfaces((word) => {
    asked.push(word)
    return numberOf(word)
  })
  const text = words.join(' ')
  for (let turn = 0; turn < 2; turn += 1) {
    let start = 0
    for (const word of words) {
      expect(find(text, start, start + word.length)).toBe(numberOf(word))
      expect(find(word)).toBe(numberOf(word))
      start += word.length + 1
    }
  }
  expect(asked).toEqual(words)
  expect(find('')).toBe(2_000_000_001)
})

test('what is far too long for a word is found all the same, each time afresh', () => {
  let asked = 0
  const find = keptSurfaces((word) => {
    asked += 1
    return word.length
  })
  for (const word of ['one', 'x'.repeat(5_000), 'one', 'x'.repeat(5_000)])
    expect(find(word)).toBe(word.length)
  expect(asked).toBe(3)
})
