import { describe, expect, test } from 'vitest'
import type { Match, PartName } from '../../../src/domain/match.ts'
import { judgeFor, judgePair } from '../../../src/matching/match.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import { opportunityProfile } from '../../../src/matching/profile/read-profiles.ts'
import { CONCEPTS } from '../../../src/matching/topics/concepts.ts'
import { WEIGHTS } from '../../../src/matching/weights.ts'
import { anOpportunity, anOrganisation } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'
import { pick, randomFrom, someOpportunity, someOrganisation, someWhere } from '../generated.ts'
import { NOW } from '../judged.ts'

/** Any pairs, a third of them with feedback, of all verdicts. */
function anyMatches(seed: number, many: number): Match[] {
  const random = randomFrom(seed)
  return Array.from({ length: many }, (_, at) => {
    const taste = new Map(at % 3 ? [] : CONCEPTS.map((_, number) => [number, (random() - 0.5) / 5] as const))
    const applicant = applicantOf(LEARNT, someOrganisation(random, pick(random, someWhere(random))), taste)
    return judgePair(NOW, LEARNT, applicant, someOpportunity(random, `o${at}`))
  })
}
const matches = anyMatches(31, 300)

describe('any match', () => {
  test('has a score that is the sum of its parts, each times its weight', () => {
    for (const { score, parts } of matches) {
      const sum = Object.entries(WEIGHTS).reduce(
        (s, [part, weight]) => s + weight * parts[part as PartName],
        0,
      )
      expect(Math.abs(score - Math.min(1, Math.max(0, sum)))).toBeLessThan(0.0006)
    }
  })
  test('has parts from 0 to 1, that of feedback from -1', () => {
    for (const { parts } of matches) {
      for (const [part, value] of Object.entries(parts)) {
        expect(value).toBeGreaterThanOrEqual(part === 'feedback' ? -1 : 0)
        expect(value).toBeLessThanOrEqual(1)
        expect(value).toBe(Math.round(10_000 * value) / 10_000)
      }
    }
  })
  test('has five reasons at most, strongest first, none that adds under a hundredth', () => {
    for (const { reasons, parts } of matches) {
      const weights = reasons.map(({ weight }) => weight)
      expect(weights.length).toBeLessThanOrEqual(5)
      expect(weights).toEqual(weights.toSorted((a, b) => b - a))
      expect(Math.min(1, ...weights)).toBeGreaterThanOrEqual(0.01)
      for (const { part, weight } of reasons) expect(weight).toBeCloseTo(WEIGHTS[part] * parts[part], 3)
      expect(new Set(reasons.map(({ part }) => part)).size).toBe(reasons.length)
    }
    expect(Math.max(...matches.map(({ reasons }) => reasons.length))).toBe(5)
  })
  test('is told in whole sentences, at most three of them on what it lacks', () => {
    for (const { reasons, whyNotHigher } of matches) {
      expect(whyNotHigher.length).toBeLessThanOrEqual(3)
      expect(new Set(whyNotHigher).size).toBe(whyNotHigher.length)
      for (const sentence of [...whyNotHigher, ...reasons.map(({ sentence }) => sentence)]) {
        expect(sentence).toMatch(/^[\p{Lu}].*\.$/su)
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
      }
    }
    expect(Math.max(...matches.map(({ whyNotHigher }) => whyNotHigher.length))).toBe(3)
  })
  test('tells first what costs most', () => {
    const match = judgeFor(
      NOW,
      LEARNT,
      anOrganisation({ name: '-', whatWeDo: '', whoWeHelp: '', areas: [] }),
      anOpportunity({ title: 'Bees', summary: '', description: '', themes: ['sport'] }),
    )
    expect(match.whyNotHigher).toEqual([
      'You say little of what you do: a few sentences more would let us compare.',
      'It speaks of other things than you do, for the most part.',
      'You have not said where you work.',
    ])
  })
  test('is the same when it is judged and read again', () => {
    const again = anyMatches(31, 20)
    expect(again).toEqual(matches.slice(0, 20))
    for (const [at, match] of again.entries()) expect(match.reasons).toEqual(matches[at]?.reasons)
  })
})

test('feedback is a reason of its own, for and against', () => {
  const organisation = anOrganisation()
  const taste = (liking: number) => new Map(CONCEPTS.map((_, number) => [number, liking]))
  const parts = (liking: number) =>
    judgeFor(NOW, LEARNT, organisation, anOpportunity(), taste(liking)).parts.feedback
  expect(parts(0.2)).toBeGreaterThan(0)
  expect(parts(-0.2)).toBeCloseTo(-parts(0.2), 3)
  const liked = judgeFor(NOW, LEARNT, organisation, anOpportunity(), taste(0.2))
  expect(liked.reasons.map(({ part }) => part)).toContain('feedback')
})

test('a taste for a single topic is all feedback, and nothing of the subject', () => {
  const [topic = 0] = opportunityProfile(LEARNT, anOpportunity()).keys
  const plain = judgeFor(NOW, LEARNT, anOrganisation(), anOpportunity())
  const liked = judgeFor(NOW, LEARNT, anOrganisation(), anOpportunity(), new Map([[topic, 0.9]]))
  expect(liked.parts).toEqual({ ...plain.parts, feedback: liked.parts.feedback })
  expect(liked.parts.feedback).toBeGreaterThan(0)
})
