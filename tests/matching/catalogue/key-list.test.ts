import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOf, listKeys } from '../../../src/matching/catalogue/key-list.ts'

function expectSame(lists: readonly Uint32Array[], strangers: Iterable<number>): void {
  const distinct = [...new Set(lists.flatMap((list) => [...list]))].sort((a, b) => a - b)
  const ids = new Map(distinct.map((key, id) => [key, id]))
  const list = listKeys(lists)
  expect([...list.keys]).toEqual(distinct)
  expect(distinct.filter((key) => idOf(list, key) !== ids.get(key))).toEqual([])
  expect([...strangers].filter((key) => !ids.has(key) && idOf(list, key) !== -1)).toEqual([])
}

test('no keys have no ids', () => {
  expectSame([], [0, 1, 2 ** 32 - 1])
  expectSame([new Uint32Array()], [0])
})

test('keys are numbered in ascending order, 0 and the highest among them', () => {
  const list = listKeys([Uint32Array.of(7, 0, 7), Uint32Array.of(2 ** 32 - 1, 0, 9)])
  expect([0, 7, 9, 2 ** 32 - 1, 8].map((key) => idOf(list, key))).toEqual([0, 1, 2, 3, -1])
})

test('is what a Map gives, whatever the lists', () => {
  const list = fc.uint32Array({ maxLength: 200 })
  fc.assert(
    fc.property(fc.array(list, { maxLength: 20 }), list, (lists, strangers) => expectSame(lists, strangers)),
    { seed: 1 },
  )
})

test.for([
  ['in a row', 1],
  ['that end in the same bits', 4_096],
  ['far apart', 2_654_435_761],
] as const)('%s, thousands of them, are told apart', ([, step]) => {
  const keys = Uint32Array.from({ length: 5_000 }, (_, at) => Math.imul(at, step))
  expectSame(
    [keys],
    Uint32Array.from({ length: 5_000 }, (_, at) => Math.imul(at, step) + 5),
  )
})
