import { expect, test } from 'vitest'
import { recheckPriority } from '../../src/domain/recheck.ts'

test.for([
  { daysLeft: 0, followers: 0, mistakes: 0, priority: 1 },
  { daysLeft: 14, followers: 3, mistakes: 0, priority: 2 },
  { daysLeft: null, followers: 4, mistakes: 0, priority: 1 },
  { daysLeft: 14, followers: 3, mistakes: 1, priority: 10 },
  { daysLeft: 14, followers: 3, mistakes: 7, priority: 10 },
])('$daysLeft days, $followers followers and $mistakes reports: $priority', ({ priority, ...queued }) => {
  expect(recheckPriority(queued)).toBeCloseTo(priority, 10)
})

test('what closes sooner, or more follow, comes first', () => {
  const priority = (daysLeft: number, followers: number) =>
    recheckPriority({ daysLeft, followers, mistakes: 0 })
  expect(priority(3, 2)).toBeGreaterThan(priority(4, 2))
  expect(priority(3, 3)).toBeGreaterThan(priority(3, 2))
})
