import { expect, test } from 'vitest'
import { type Whole, wholeAfter } from '../../src/sources/whole-list.ts'

const keys = (n: number) => Array.from({ length: n }, (_, at) => `k${at}`)

/** What is offered after lists of so many items, one after the other. */
function offeredAfter(...lengths: readonly number[]) {
  let whole: Whole | null = null
  let offered: readonly string[] | undefined
  for (const length of lengths) ({ whole, offered } = wholeAfter(whole, 'a', keys(length)))
  return offered?.length
}

test('one list alone offers nothing for sure, and two offer what is in either', () => {
  expect(offeredAfter(10)).toBeUndefined()
  expect(offeredAfter(10, 8)).toBe(10)
  expect(offeredAfter(10, 8, 8)).toBe(8)
})

test('a list of less than half takes nothing back until it has come eight times in a row', () => {
  expect(offeredAfter(10, 10, 4)).toBeUndefined()
  expect(offeredAfter(10, ...Array(7).fill(4))).toBeUndefined()
  expect(offeredAfter(10, ...Array(8).fill(4))).toBe(10)
  expect(offeredAfter(10, ...Array(9).fill(4))).toBe(4)
  // A whole one between begins the count afresh.
  expect(offeredAfter(10, 4, 4, 4, 10, ...Array(7).fill(4))).toBeUndefined()
})

test('a list for other questions says nothing of what it leaves out', () => {
  const { whole } = wholeAfter(null, 'a', keys(3))
  expect(wholeAfter(whole, 'b', keys(2)).offered).toBeUndefined()
})
