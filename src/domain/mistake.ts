import * as z from 'zod'
import type { Instant } from '../base/date.ts'
import type { OpportunityId } from './opportunity.ts'
import { writtenText } from './values.ts'

export const MistakeKind = z.enum([
  'deadline',
  'amount',
  'who_may_apply',
  'link_broken',
  'already_closed',
  'something_else',
])
export type MistakeKind = z.infer<typeof MistakeKind>

/** What can be wrong, in the words of who reports it. */
export const MISTAKE_KINDS: Readonly<Record<MistakeKind, string>> = {
  deadline: 'The deadline',
  amount: 'The amount',
  who_may_apply: 'Who may apply, or where',
  link_broken: 'The link does not work',
  already_closed: 'It has closed already',
  something_else: 'Something else',
}

/** In characters, with every line end counted as one. */
export const LONGEST_WORDS = 1_000

/** Plain text of at most so many characters; null for none. */
const Words = writtenText(LONGEST_WORDS).nullable().default(null)

/** What a reader may report. */
export const MistakeReport = z
  .strictObject({
    what: z.enum(MistakeKind.options, { error: `must be one of ${MistakeKind.options.join(', ')}` }),
    words: Words,
  })
  .refine(({ what, words }) => what !== 'something_else' || words !== null, {
    path: ['words'],
    error: 'must say what is wrong',
  })
export type MistakeReport = Readonly<z.infer<typeof MistakeReport>>

/** What came of a report, as who looked into it notes it; null for nothing. */
export const SettleNote = Words

/** A report that waits for somebody to look into it. */
export interface Mistake extends MistakeReport {
  readonly id: string
  readonly opportunityId: OpportunityId
  readonly reportedAt: Instant
}

/** The same report within this time is one. */
export const SAME_REPORT_MS = 3_600_000

/** Of one opportunity, more reports that wait are not taken. */
export const MOST_WAITING = 20
