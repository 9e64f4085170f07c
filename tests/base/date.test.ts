import { expect, test } from 'vitest'
import { addMonths, isoDate, sayMonths } from '../../src/base/date.ts'

test.for<[string, number, string]>([
  ['2026-06-03', 12, '2027-06-03'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2023-11-30', 3, '2024-02-29'],
  ['2026-12-31', 0, '2026-12-31'],
  ['2026-01-31', 11, '2026-12-31'],
])('%s and %i months is %s', ([day, months, expected]) => {
  expect(addMonths(isoDate(day), months)).toBe(expected)
})

test('whole years are said as years', () => {
  expect([0, 1, 12, 13, 24].map(sayMonths)).toEqual(['0 months', '1 month', '1 year', '13 months', '2 years'])
})
