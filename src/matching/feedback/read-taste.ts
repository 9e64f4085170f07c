import type { FeedbackReason, FeedbackVerdict } from '../../domain/feedback.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Learnt } from '../learnt.ts'
import { type Applicant, applicantOf } from '../profile/applicant.ts'
import type { Profile } from '../profile/profile.ts'
import { opportunityProfile, organisationProfile } from '../profile/read-profiles.ts'
import { TOPIC_COUNT } from '../topics/concepts.ts'
import { type Topics, tasteOf } from './taste.ts'

/** What an organisation said of one opportunity. */
export interface SaidOf {
  readonly feedback: { readonly verdict: FeedbackVerdict; readonly reason: FeedbackReason | null }
  readonly opportunity: Opportunity
}

/** What the organisation likes and dislikes, from all that it said and did not take back. */
export function readTaste(
  learnt: Learnt,
  organisation: Organisation,
  said: readonly SaidOf[],
): ReturnType<typeof tasteOf> {
  if (said.length === 0) return new Map()
  return tasteOf(
    topicsOf(organisationProfile(learnt, organisation)),
    said.map(({ feedback: { verdict, reason }, opportunity }) => ({
      verdict,
      reason,
      topics: topicsOf(opportunityProfile(learnt, opportunity)),
    })),
  )
}

/** The opportunities that it said are not for it. */
export const hiddenBy = (said: readonly SaidOf[]): ReadonlySet<string> =>
  new Set(
    said.flatMap(({ feedback, opportunity }) => (feedback.verdict === 'not_for_us' ? [opportunity.id] : [])),
  )

/** An organisation ready to be matched, with what it said of earlier opportunities. */
export const applicantWith = (
  learnt: Learnt,
  organisation: Organisation,
  said: readonly SaidOf[],
): Applicant => applicantOf(learnt, organisation, readTaste(learnt, organisation, said))

/** The topics of a profile, of length 1 but for what was too light to keep. */
function topicsOf({ keys, impacts }: Profile): Topics {
  const topics = new Map<number, number>()
  for (let at = 0; (keys[at] ?? TOPIC_COUNT) < TOPIC_COUNT; at += 1) {
    topics.set(keys[at] ?? 0, (impacts[at] ?? 0) / 255)
  }
  return topics
}
