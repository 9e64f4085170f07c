import { expect, test } from 'vitest'
import type { FeedbackReason, FeedbackVerdict } from '../../../src/domain/feedback.ts'
import { readTaste } from '../../../src/matching/feedback/read-taste.ts'
import { judgeFor } from '../../../src/matching/match.ts'
import { anOpportunity, anOrganisation, opportunityId } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const organisation = anOrganisation({ name: 'Here', whatWeDo: 'A lunch club for pensioners.', whoWeHelp: '' })
const call = (id: string, title: string) =>
  anOpportunity({ id: opportunityId(id), title, summary: '', description: '' })
const gardens = call('a', 'Community gardens and allotments')
const allotments = call('b', 'Allotments and food growing')
const football = call('c', 'Football for boys')

const scores = (verdict: FeedbackVerdict, reason: FeedbackReason | null) => {
  const taste = readTaste(LEARNT, organisation, [{ feedback: { verdict, reason }, opportunity: gardens }])
  return [allotments, football].map((it) => ({
    before: judgeFor(NOW, LEARNT, organisation, it).score,
    after: judgeFor(NOW, LEARNT, organisation, it, taste).score,
  }))
}

test('a good match raises calls about the same things, and hardly others', () => {
  const [same, other] = scores('good_match', null)
  expect(same?.after).toBeGreaterThan(same?.before ?? 1)
  expect(Math.abs((other?.after ?? 0) - (other?.before ?? 1))).toBeLessThan(0.002)
})

test('“not our cause” lowers calls about the same things, by a tenth at most', () => {
  const [same, other] = scores('not_for_us', 'not_our_cause')
  expect(same?.after).toBeLessThan(same?.before ?? 0)
  expect((same?.before ?? 1) - (same?.after ?? 0)).toBeLessThanOrEqual(0.1)
  expect(Math.abs((other?.after ?? 0) - (other?.before ?? 1))).toBeLessThan(0.002)
})

test('“too small” says nothing of the subject, and moves nothing', () => {
  const [same] = scores('not_for_us', 'too_small')
  expect(same?.after).toBe(same?.before)
})

test('the reason and the shortcoming are told', () => {
  const liked = readTaste(LEARNT, organisation, [
    { feedback: { verdict: 'good_match', reason: null }, opportunity: gardens },
  ])
  const reasons = judgeFor(NOW, LEARNT, organisation, gardens, liked).reasons.map(({ sentence }) => sentence)
  expect(reasons).toContain('You said that calls like this are a good match.')
  const disliked = readTaste(LEARNT, organisation, [
    { feedback: { verdict: 'not_for_us', reason: 'not_our_cause' }, opportunity: gardens },
  ])
  expect(judgeFor(NOW, LEARNT, organisation, gardens, disliked).whyNotHigher).toContain(
    'You said that calls like this are not for you.',
  )
})
