import { expect, test } from 'vitest'
import { kept } from '../../src/base/kept.ts'

test('what was made of a text is made once, until too many are remembered', () => {
  const made: string[] = []
  const upper = kept(2, (text) => {
    made.push(text)
    return text.toUpperCase()
  })
  expect([upper('a'), upper('b'), upper('a')]).toEqual(['A', 'B', 'A'])
  expect(made).toEqual(['a', 'b'])
  expect([upper('c'), upper('c'), upper('a')]).toEqual(['C', 'C', 'A'])
  expect(made).toEqual(['a', 'b', 'c', 'a'])
})

test('nothing is remembered as well as anything else', () => {
  let times = 0
  const nothing = kept(1, () => {
    times += 1
    return undefined
  })
  expect([nothing(''), nothing('')]).toEqual([undefined, undefined])
  expect(times).toBe(1)
})
