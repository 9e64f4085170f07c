import { expect, test } from 'vitest'
import { sayPart } from '../../src/web/match-card.ts'

test('a part that rests on nothing yet is no bad mark', () => {
  expect(sayPart('feedback', 0)).toBe('None')
  expect(sayPart('funder', 0)).toBe('Nothing like it known')
  expect(sayPart('place', 0)).toBe('0 out of 100')
  expect(sayPart('funder', 0.62)).toBe('62 out of 100')
})
