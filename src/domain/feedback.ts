import * as z from 'zod'
import type { Instant } from '../base/date.ts'
import type { OpportunityId } from './opportunity.ts'
import type { OrganisationId } from './organisation.ts'
import { writtenText } from './values.ts'

export const FeedbackVerdict = z.enum(['good_match', 'not_for_us'])
export type FeedbackVerdict = z.infer<typeof FeedbackVerdict>

export const FeedbackReason = z.enum([
  'not_our_cause',
  'not_our_area',
  'too_small',
  'too_large',
  'too_much_work',
  'may_not_apply',
  'already_applied',
  'closes_too_soon',
  'something_else',
])
export type FeedbackReason = z.infer<typeof FeedbackReason>

/** Why something is not for an organisation, in its own mouth. */
export const FEEDBACK_REASONS: Readonly<Record<FeedbackReason, string>> = {
  not_our_cause: 'It is not about our cause',
  not_our_area: 'It is not for our area',
  too_small: 'The sum is too small',
  too_large: 'The sum is too large',
  too_much_work: 'It is too much work for the money',
  may_not_apply: 'We may not apply',
  already_applied: 'We have already applied',
  closes_too_soon: 'It closes too soon',
  something_else: 'Something else',
}

/** In characters, with every line end counted as one. */
export const LONGEST_NOTE = 500

const Note = writtenText(LONGEST_NOTE)

/** What an organisation may say of one opportunity. */
export const FeedbackGiven = z
  .strictObject({
    opportunityId: z
      .string({ error: 'must be the id of an opportunity' })
      .min(1, { error: 'must be the id of an opportunity' })
      .transform((text) => text as OpportunityId),
    verdict: z.enum(FeedbackVerdict.options, {
      error: `must be one of ${FeedbackVerdict.options.join(', ')}`,
    }),
    /** Null when it does not say. */
    reason: z
      .enum(FeedbackReason.options, { error: `must be one of ${FeedbackReason.options.join(', ')}` })
      .nullable()
      .default(null),
    /** Plain text; null for none. */
    note: Note.nullable().default(null),
  })
  .refine(({ verdict, reason }) => verdict === 'not_for_us' || reason === null, {
    path: ['reason'],
    error: 'must be empty for a good match',
  })
export type FeedbackGiven = Readonly<z.infer<typeof FeedbackGiven>>

/** What an organisation said last of one opportunity, and has not taken back. */
export interface Feedback extends FeedbackGiven {
  readonly organisationId: OrganisationId
  readonly givenAt: Instant
}

/** Whether it says something of what the opportunity is about, rather than of its place, sum or date. */
export const isAboutSubject = ({ verdict, reason }: Pick<Feedback, 'verdict' | 'reason'>): boolean =>
  verdict === 'good_match' || reason === null || reason === 'not_our_cause' || reason === 'something_else'

/** As a label of how well the two suit each other: 2 or 0; null when it says nothing of the subject. */
export function gradeOf(feedback: Pick<Feedback, 'verdict' | 'reason'>): 0 | 2 | null {
  if (!isAboutSubject(feedback)) return null
  return feedback.verdict === 'good_match' ? 2 : 0
}
