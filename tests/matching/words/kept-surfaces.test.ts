import { expect, test } from 'vitest'
import { keptSurfaces } from '../../../src/matching/words/kept-surfaces.ts'

const words = Array.from({ length: 5_000 }, (_, number) => `${number}wörd${number % 7}`)

test('each word is asked for once, and found in a text or by itself', () => {
  const asked: string[] = []
  const find = keptSurfaces((word) => {
    asked.push(word)
    return word.endsWith('3') ? null : word
  }, 10_000)
  const text = words.join(' ')
  for (let turn = 0; turn < 2; turn += 1) {
    let start = 0
    for (const word of words) {
      const expected = word.endsWith('3') ? null : word
      expect(find(text, start, start + word.length)).toBe(expected)
      expect(find(word)).toBe(expected)
      start += word.length + 1
    }
  }
  expect(asked).toEqual(words)
  expect(find('')).toBe('')
})

test('what comes beyond the most is found all the same, each time afresh', () => {
  let asked = 0
  const find = keptSurfaces((word) => {
    asked += 1
    return word
  }, 2)
  for (const word of ['one', 'two', 'three', 'one', 'two', 'three']) expect(find(word)).toBe(word)
  expect(asked).toBe(4)
})
