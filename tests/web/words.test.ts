import { describe, expect, test } from 'vitest'
import { type Instant, isoDate, localTime } from '../../src/base/date.ts'
import { closing } from '../../src/domain/deadline.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import { sayChanged } from '../../src/web/origin-section.ts'
import { outOf100, sayAgo, sayDaysLeft, sayWhen, sayWorksIn } from '../../src/web/words.ts'
import { anOpportunity, anOrganisation, BRISTOL, FILTON } from '../support/builders.ts'

const now = new Date('2026-06-01T12:00:00Z')

test.for([
  [{ areas: [BRISTOL] }, 'Bristol'],
  [{ areas: [BRISTOL], basedIn: FILTON }, 'Bristol'],
  [{ areas: [], basedIn: FILTON }, 'Not known. Its postcode is in Filton ward (South Gloucestershire)'],
  [{ areas: [] }, 'Not known'],
] as const)('%j works in: %s', ([over, words]) => {
  expect(sayWorksIn(anOrganisation(over))).toBe(words)
})

describe('how long ago', () => {
  test.for([
    ['2026-06-01T11:00:00.000Z', 'today'],
    ['2026-05-31T22:59:00.000Z', 'yesterday'],
    // Midnight in London, while UTC is still in May.
    ['2026-05-31T23:00:00.000Z', 'today'],
    ['2026-05-18T12:00:00.000Z', '14 days ago'],
    ['2026-05-17T12:00:00.000Z', 'on 17 May 2026'],
  ])('%s is %s', ([moment, words]) => {
    expect(sayAgo(now, moment as Instant)).toBe(words)
  })
})

describe('when bids are taken', () => {
  const twice: Opportunity['deadline'] = {
    kind: 'fixed',
    zone: 'Europe/London',
    rounds: [{ opensOn: isoDate('2026-07-01'), closesOn: isoDate('2026-09-30'), closesTime: null }],
    note: null,
  }
  test.for<[string, Partial<Opportunity>, string]>([
    [
      'an open call',
      { deadline: closing(isoDate('2026-06-30'), localTime('17:30')) },
      '30 June 2026 at 5:30pm',
    ],
    ['a closed call', { deadline: closing(isoDate('2026-05-30')) }, 'Closed on 30 May 2026'],
    ['a call closed early', { ended: 'closed_early' }, 'Closed early'],
    ['an awarded call', { ended: 'awarded' }, 'Closed: it has been awarded'],
    ['a withdrawn call', { ended: 'withdrawn' }, 'Withdrawn'],
    [
      'a call not open yet',
      { deadline: twice },
      'Opens on 1 July 2026. Deadline: 30 September 2026, time not stated: send it the day before',
    ],
    [
      'a call only announced',
      { forecast: true, deadline: { ...twice, kind: 'unknown', rounds: [] } },
      'Not open yet. Deadline: closing date not stated',
    ],
  ])('%s says so', ([, over, words]) => {
    expect(sayWhen(now, anOpportunity(over))).toBe(words)
  })
})

describe('days left', () => {
  test.for<[string, Partial<Opportunity>, string | null]>([
    ['today is the last day', { deadline: closing(isoDate('2026-06-01')) }, 'Last day today'],
    ['tomorrow is the last day', { deadline: closing(isoDate('2026-06-02')) }, '1 day left'],
    ['it is in a month', { deadline: closing(isoDate('2026-07-01')) }, '30 days left'],
    ['it is over', { deadline: closing(isoDate('2026-05-31')) }, null],
    ['it is withdrawn', { ended: 'withdrawn' }, null],
    [
      'it has no deadline',
      { deadline: { kind: 'rolling', zone: 'Europe/London', rounds: [], note: null } },
      null,
    ],
  ])('when %s', ([, over, words]) => {
    expect(sayDaysLeft(now, anOpportunity(over))).toBe(words)
  })
})

test('a score is said out of 100, to the nearest point', () => {
  expect([outOf100(0), outOf100(0.724), outOf100(0.995), outOf100(1)]).toEqual([
    '0 out of 100',
    '72 out of 100',
    '100 out of 100',
    '100 out of 100',
  ])
})

test('a change is said in words, each field once', () => {
  expect(sayChanged(['deadline', 'rules.areas', 'rules.incomeMax'])).toBe(
    'the deadline and the rules changed',
  )
  expect(sayChanged([])).toBe('first seen')
})
