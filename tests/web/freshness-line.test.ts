import { expect, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import { freshnessLine } from '../../src/web/freshness-words.ts'
import { anOpportunity } from '../support/builders.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const fresh = (lastCheckedAt: string, mistakes = 0) => ({
  everyHours: 24,
  listsEverything: false,
  lastCheckedAt: lastCheckedAt as Instant,
  mistakes,
})
const line = (lastCheckedAt: string, mistakes = 0, over = {}) =>
  String(freshnessLine(NOW, anOpportunity(over), fresh(lastCheckedAt, mistakes))).replace(/\s+/g, ' ')

test('a card says whose it is and when it was checked', () => {
  expect(line('2026-06-01T05:00:00Z')).toBe(
    '<p class="fl-quiet">From The Example Fund. Last checked today.</p>',
  )
})

test('a card of what was not checked for long warns in sight, and one of which a mistake is reported', () => {
  expect(line('2026-03-01T05:00:00Z')).toContain(
    '<strong>Not checked for 92 days: ask the funder before you rely on it.</strong>',
  )
  expect(line('2026-06-01T05:00:00Z', 1)).toContain('Somebody has reported a mistake here')
})

test('a card of what is over does not warn', () => {
  expect(line('2026-03-01T05:00:00Z', 0, { ended: 'withdrawn' })).toBe(
    '<p class="fl-quiet">From The Example Fund. Last checked on 1 March 2026.</p>',
  )
})
