import { expect, test } from 'vitest'
import { dayOf, isoDate } from '../../../src/base/date.ts'
import { chanceOf } from '../../../src/commands/soak/chance.ts'
import { clockState, hasAnniversary, hasCrossed } from '../../../src/matching/lists/crossings.ts'
import { matchOpportunity } from '../../../src/matching/match-opportunity.ts'
import { anyCall, anyOrganisation } from '../../support/anything.ts'
import { LEARNT } from '../../support/learnt.ts'

const HOUR_MS = 3_600_000
const UNDATED = { foundedOn: null, accountsFrom: null, history: null }

test('a pair that has crossed nothing is judged the same at both moments', () => {
  const chance = chanceOf(5)
  const seen = { same: 0, crossed: 0, changed: 0 }
  for (let n = 0; n < 1_500; n += 1) {
    const from = new Date(Date.UTC(2026, chance.upTo(12), 1 + chance.upTo(28), chance.upTo(24)))
    const to = new Date(from.getTime() + chance.pick([1, 12, 24, 24 * 7, 24 * 20]) * HOUR_MS)
    const call = anyCall(chance, dayOf(from), 'call')
    const organisation = anyOrganisation(chance, 'org')
    const [before, after] = [from, to].map((at) => matchOpportunity(at, LEARNT, call)(organisation, []))
    const crossed = hasCrossed(clockState(from, call), clockState(to, call), organisation.preparationDays)
    seen[crossed ? 'crossed' : 'same'] += 1
    if (JSON.stringify(before) !== JSON.stringify(after)) seen.changed += 1
    const isExcused = crossed || hasAnniversary(organisation, dayOf(from), dayOf(to))
    if (!isExcused) expect(after, `${from.toISOString()} to ${to.toISOString()}`).toEqual(before)
  }
  expect(Math.min(seen.same, seen.crossed, seen.changed)).toBeGreaterThan(40)
})

test.for([
  ['2015-04-01', '2026-05-31', '2026-06-01', true],
  ['2015-04-02', '2026-05-31', '2026-06-01', false],
  ['2015-04-01', '2026-06-01', '2026-06-01', false],
  ['2015-04-01', '2026-06-01', '2026-06-30', false],
  ['2015-03-31', '2026-06-29', '2026-06-30', true],
  ['2015-03-31', '2026-02-27', '2026-02-28', true],
  ['2015-03-31', '2024-02-27', '2024-02-28', false],
  ['2015-04-20', '2026-06-21', '2026-07-22', true],
  ['2015-04-20', '2026-06-02', '2026-06-01', true],
] as const)('one founded on %s has from %s to %s an anniversary: %s', ([of, from, to, expected]) => {
  expect(hasAnniversary({ ...UNDATED, foundedOn: isoDate(of) }, isoDate(from), isoDate(to))).toBe(expected)
})

test('one whose day is not known has none', () => {
  expect(hasAnniversary(UNDATED, isoDate('2026-01-01'), isoDate('2026-12-01'))).toBe(false)
})

test('a bid of the past has its day each month too, and an award the day after its last', () => {
  const bid = { funder: 'A', funderId: null, outcome: null, appliedOn: isoDate('2025-01-10'), endsOn: null }
  const had = (over: object, from: string, to: string) =>
    hasAnniversary({ ...UNDATED, history: [{ ...bid, ...over }] }, isoDate(from), isoDate(to))
  expect(had({}, '2026-06-09', '2026-06-10')).toBe(true)
  expect(had({}, '2026-06-10', '2026-06-11')).toBe(false)
  expect(had({ endsOn: isoDate('2026-06-14') }, '2026-06-14', '2026-06-15')).toBe(true)
})
