import type { Instant } from '../base/date.ts'
import { isByHand } from './by-hand.ts'
import type { Opportunity, OpportunityId } from './opportunity.ts'

/** What a person found on the funder's own page. */
type CheckOutcome = 'still_right' | 'closed'

/** A check by a person that stands. */
export interface Check {
  readonly id: string
  readonly opportunityId: OpportunityId
  readonly outcome: CheckOutcome
  /** The version that was found right, or the one that says that it has closed. */
  readonly version: number
  readonly checkedAt: Instant
}

/**
 * What the order of the queue is made of: deadline × followers, that is `14 / (14 + days left) × (1 + followers)`,
 * and five times that while a mistake is reported.
 */
export const RECHECK = {
  /** A call that closes in so many days is half as urgent as one that closes today. */
  halfUrgentDays: 14,
  /** The urgency of one without a known end, or that is over: that of a call that closes in 56 days. */
  urgencyWithoutEnd: 0.2,
  /** A report of a mistake makes it as important as with so many times the followers. */
  mistaken: 5,
} as const

/**
 * Whether it is closed because a person found it so, and its source has said nothing new since. What was
 * added by hand has no source: whoever changed it since has left it closed.
 */
export const isClosedBy = (
  { outcome, version }: Pick<Check, 'outcome' | 'version'>,
  opportunity: Opportunity,
): boolean =>
  outcome === 'closed' &&
  opportunity.ended === 'closed_early' &&
  (version === opportunity.version || isByHand(opportunity))
