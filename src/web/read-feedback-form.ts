import * as z from 'zod'
import { AppError } from '../base/errors.ts'
import { FeedbackGiven, LONGEST_NOTE } from '../domain/feedback.ts'
import { opportunityId } from '../domain/opportunity.ts'
import type { Draft } from './feedback-forms.ts'

const Text = z.string().default('')

const Fields = z.object({
  opportunity: z.string().min(1),
  verdict: Text,
  reason: Text,
  note: Text,
  after: z.string().min(1).nullable().default(null),
  at: z.coerce.number().int().nonnegative().default(0),
  back: z.enum(['matches', 'not-for-us']).default('matches'),
})
type Fields = Readonly<z.infer<typeof Fields>>

/** The fields that the forms about one opportunity have. @throws AppError `invalid` when they are not those of our forms */
export function readFields(body: Readonly<Record<string, unknown>>): Fields {
  const { success, data } = Fields.safeParse(body)
  if (success) return data
  throw new AppError('invalid', 'This form is not one of ours. Go back, load the page again and try again')
}

/**
 * What a form says of an opportunity, or what its writer has to put right.
 *
 * @throws AppError `invalid` when something is wrong that its writer cannot put right
 */
export function readFeedback({
  opportunity,
  verdict,
  reason,
  note,
}: Fields): FeedbackGiven | { draft: Draft } {
  const said = {
    opportunityId: opportunityId(opportunity),
    verdict,
    reason: reason === '' ? null : reason,
    note,
  }
  const { success, data, error } = FeedbackGiven.safeParse(said)
  if (success) return data
  const isWrong = (field: string) => error.issues.some(({ path }) => path[0] === field)
  if (isWrong('verdict')) throw new AppError('invalid', 'Say “Good match” or “Not for us”')
  return {
    draft: {
      opportunityId: opportunity,
      reason,
      note,
      faults: {
        reason: isWrong('reason') ? 'Choose one of the reasons, or none' : null,
        note: isWrong('note') ? `Your note must be ${LONGEST_NOTE} characters or less` : null,
      },
    },
  }
}
