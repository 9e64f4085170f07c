import { expect, test } from 'vitest'
import { isoDate, LONDON } from '../../src/base/date.ts'
import { composeDigest, type Followed, MOST_NEW } from '../../src/delivery/compose-digest.ts'
import { closing } from '../../src/domain/deadline.ts'
import type { Told } from '../../src/domain/digest.ts'
import { LEAST_SUBJECT, LEAST_TOLD, type Match } from '../../src/domain/match.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import { anOpportunity, matchParts, opportunityId, organisationId } from '../support/builders.ts'

const now = new Date('2026-06-01T08:00:00Z')
const us = organisationId('organisation-1')

const match = (over: Partial<Opportunity> = {}, score = 0.8): Match => ({
  opportunity: anOpportunity({ deadline: closing(isoDate('2026-09-30')), ...over }),
  eligibility: { verdict: 'eligible', rules: [] },
  earlyHelp: [],
  sharedEarlyHelp: [],
  score,
  parts: matchParts({ topics: 0.6 }),
  subject: 0.2,
  reasons: [],
  whyNotHigher: [],
})
const told = (kind: Told['kind'], version: number, about = '', id = 'opportunity-1'): Told => ({
  organisationId: us,
  opportunityId: opportunityId(id),
  kind,
  about,
  version,
})
const compose = (over: Partial<Parameters<typeof composeDigest>[0]>) =>
  composeDigest({ now, organisationId: us, matches: [], told: [], followed: [], ...over })

test('a match never told before is new, whenever its funder opened it', () => {
  const composed = compose({ matches: [match()] })
  expect(composed?.digest.fresh).toHaveLength(1)
  expect(composed?.told).toEqual([told('new', 1)])
})

test('what has been told as new is not told as new again', () => {
  expect(compose({ matches: [match()], told: [told('new', 1)] })).toBeNull()
})

test('the 26th match waits, is announced, and comes in the next mail', () => {
  const matches = Array.from({ length: MOST_NEW + 1 }, (_, i) => match({ id: opportunityId(`o${i}`) }))
  const first = compose({ matches })
  expect(first?.digest.fresh).toHaveLength(MOST_NEW)
  expect(first?.digest.waiting).toBe(1)
  const second = compose({ matches, told: first?.told ?? [] })
  expect(second?.digest.fresh.map(({ opportunity }) => opportunity.id)).toEqual(['o25'])
})

test('a weak fit stays out of the mail', () => {
  expect(compose({ matches: [match({}, LEAST_TOLD - 0.01)] })).toBeNull()
  expect(compose({ matches: [match({}, LEAST_TOLD)] })?.digest.fresh).toHaveLength(1)
})

test('the right place and sum are not enough for a mail: it must be about what they do', () => {
  expect(compose({ matches: [{ ...match(), subject: LEAST_SUBJECT - 0.01 }] })).toBeNull()
  expect(compose({ matches: [{ ...match(), subject: LEAST_SUBJECT }] })?.digest.fresh).toHaveLength(1)
})

const changedTo = (opportunity: Opportunity): Followed => ({
  opportunity,
  before: anOpportunity({ deadline: closing(isoDate('2026-09-30')) }),
  match: match(opportunity),
})

test('a moved deadline is told once, with what it was and what it is', () => {
  const moved = anOpportunity({
    version: 2,
    materialVersion: 2,
    deadline: closing(isoDate('2026-10-14')),
  })
  const input = { matches: [match(moved)], followed: [changedTo(moved)] }
  const first = compose({ ...input, told: [told('new', 1)] })
  expect(first?.digest.changed[0]?.changes).toEqual([
    {
      field: 'Deadline',
      before: '30 September 2026',
      after: '14 October 2026',
    },
  ])
  expect(first?.told).toEqual([told('changed', 2, '2')])
  expect(compose({ ...input, told: [told('new', 1), ...(first?.told ?? [])] })).toBeNull()
})

test('a withdrawal is told even though it is no match any more', () => {
  const gone = anOpportunity({ version: 2, materialVersion: 2, ended: 'withdrawn' })
  const composed = compose({ told: [told('new', 1)], followed: [{ ...changedTo(gone), match: null }] })
  expect(composed?.digest.changed[0]?.changes).toContainEqual({
    field: 'Status',
    before: 'Open',
    after: 'Withdrawn',
  })
})

test('a deadline that has come near is told once', () => {
  const near = match({ deadline: closing(isoDate('2026-06-15')) })
  const first = compose({ matches: [near], told: [told('new', 1)] })
  expect(first?.digest.closing).toHaveLength(1)
  expect(compose({ matches: [near], told: [told('new', 1), ...(first?.told ?? [])] })).toBeNull()
})

test('a deadline fifteen days ahead is not near yet', () => {
  const ahead = match({ deadline: closing(isoDate('2026-06-16')) })
  expect(compose({ matches: [ahead], told: [told('new', 1)] })).toBeNull()
})

test('a new match that closes soon is not told as closing tomorrow', () => {
  const near = match({ deadline: closing(isoDate('2026-06-10')) })
  const first = compose({ matches: [near] })
  expect(first?.digest.closing).toEqual([])
  expect(compose({ matches: [near], told: first?.told ?? [] })).toBeNull()
})

test('a deadline moved and near again is told again, and the same day never twice', () => {
  const near = match({ version: 3, materialVersion: 3, deadline: closing(isoDate('2026-06-10')) })
  const ledger = (day: string) => [told('new', 1), told('closing', 1, day), told('changed', 3, '3')]
  expect(compose({ matches: [near], told: ledger('2026-06-05') })?.digest.closing).toHaveLength(1)
  expect(compose({ matches: [near], told: ledger('2026-06-10') })).toBeNull()
})

test('each round of a call is told when it comes near', () => {
  const round = (opensOn: string, closesOn: string) => ({
    opensOn: isoDate(opensOn),
    closesOn: isoDate(closesOn),
    closesTime: null,
  })
  const rounds = match({
    deadline: {
      kind: 'fixed',
      zone: LONDON,
      note: null,
      rounds: [round('2026-05-01', '2026-06-10'), round('2026-08-01', '2026-09-10')],
    },
  })
  const first = compose({ matches: [rounds], told: [told('new', 1)] })
  expect(first?.digest.closing).toHaveLength(1)
  const ledger = [told('new', 1), ...(first?.told ?? [])]
  expect(
    compose({ matches: [rounds], told: ledger, now: new Date('2026-09-01T08:00:00Z') })?.digest.closing,
  ).toHaveLength(1)
})
