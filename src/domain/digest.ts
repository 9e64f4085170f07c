import type { Instant } from '../base/date.ts'
import type { Eligibility, Match } from './match.ts'
import type { Opportunity, OpportunityId } from './opportunity.ts'
import type { OrganisationId } from './organisation.ts'

/** Why an opportunity is in a mail. */
export type AlertKind = 'new' | 'changed' | 'closing'

/** One thing that an organisation has been told. The ledger holds each once. */
export interface Told {
  readonly organisationId: OrganisationId
  readonly opportunityId: OpportunityId
  readonly kind: AlertKind
  /** What makes it another thing to tell: empty for new, the version for a change, the last day for a deadline. */
  readonly about: string
  /** Of the opportunity, as it was told. */
  readonly version: number
}

/** A field that changed, as a reader sees it. */
export interface Change {
  /** `Deadline`, `Amount`, … */
  readonly field: string
  readonly before: string
  readonly after: string
}

export interface DigestItem {
  readonly opportunity: Opportunity
  readonly eligibility: Eligibility | null
  readonly reasons: Match['reasons']
  /** Empty unless the item is about a change. */
  readonly changes: readonly Change[]
}

/** One mail to one organisation: what is new, what changed, what closes soon. */
export interface Digest {
  readonly fresh: readonly DigestItem[]
  readonly changed: readonly DigestItem[]
  readonly closing: readonly DigestItem[]
  /** New matches that did not fit and come in the next mail. */
  readonly waiting: number
}

export interface Mail {
  /** The same on every try, so that a mail client shows a mail that was sent twice once. */
  readonly messageId: string
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly date: Instant
}
