import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFunders, prepareFunders, readFunder } from '../../../src/matching/funders/find-funders.ts'

const FUNDERS = [
  { id: 'GB-CHC-1', name: 'The Example Fund', orgId: 'GB-CHC-1' },
  { id: 'name-example-fund', name: 'Example Fund', orgId: null },
  { id: 'name-example-trust', name: 'Example Trust', orgId: null },
  { id: 'name-big-lottery-fund', name: 'Big Lottery Fund', orgId: null },
  { id: 'name-tnlcf', name: 'The National Lottery Community Fund', orgId: null },
  { id: 'name-sutton', name: 'London Borough of Sutton', orgId: null },
  { id: 'name-nothing', name: '???', orgId: null },
]
const index = prepareFunders(FUNDERS)
const read = (typed: string) => {
  const { isExact, funders } = readFunder(index, typed)
  return [isExact, funders.map(({ id }) => id)]
}

test('all that have just the name are meant, with or without “The”', () => {
  expect(read('example FUND')).toEqual([true, ['GB-CHC-1', 'name-example-fund']])
})

test('the name of today and a former one find the same funders, whichever is stored', () => {
  const both = [true, ['name-big-lottery-fund', 'name-tnlcf']]
  expect(read('big lottery fund')).toEqual(both)
  expect(read('National Lottery Community Fund')).toEqual(both)
  expect(read('TNLCF')).toEqual(both)
})

test('an id finds its funder, and another nobody', () => {
  expect(read(' gb-chc-1 ')).toEqual([true, ['GB-CHC-1']])
  expect(read('name-example-trust')).toEqual([true, ['name-example-trust']])
  expect(read('GB-CHC-2')).toEqual([false, []])
})

test('a council is found by the area that it is for', () => {
  expect(read('Sutton Council')).toEqual([true, ['name-sutton']])
  expect(read('LB Sutton')).toEqual([true, ['name-sutton']])
})

test('what is nearly a name finds all that are as near, ties by id', () => {
  expect(read('Exampel')).toEqual([false, ['GB-CHC-1', 'name-example-fund', 'name-example-trust']])
})

test('a look-up begins with what is read and goes on with like names', () => {
  const ids = (typed: string, limit: number) => findFunders(index, typed, limit).map(({ id }) => id)
  expect(ids('Example Trust', 5)).toEqual(['name-example-trust', 'GB-CHC-1', 'name-example-fund'])
  expect(ids('Example Trust', 1)).toEqual(['name-example-trust'])
  expect(ids('zzyzx', 5)).toEqual([])
})

test('a hundred funders at most have names that are like one', () => {
  const many = prepareFunders(
    Array.from({ length: 150 }, (_, n) => ({ id: `c${n}`, name: `Place${n} Council`, orgId: null })),
  )
  expect(readFunder(many, 'council')).toMatchObject({ isExact: false, isCut: true })
  expect(readFunder(many, 'council').funders).toHaveLength(100)
  expect(readFunder(index, 'Exampel').isCut).toBe(false)
})

test('any text is read without harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const { funders } = readFunder(index, text)
      expect(new Set(funders).size).toBe(funders.length)
    }),
  )
  for (const text of ['', ' ', '!', '🎈', 'a'.repeat(10_000)])
    expect(read(text), text.slice(0, 9)).toEqual([false, []])
  expect(readFunder(prepareFunders([]), 'Example').funders).toEqual([])
})
