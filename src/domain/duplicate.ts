import type { Instant } from '../base/date.ts'
import type { OpportunityId } from './opportunity.ts'

/** What became of two opportunities that may be one call. */
type PairState = 'waiting' | 'merged' | 'kept_apart'

/** Two opportunities of different sources that are, or may be, one call. */
export interface DuplicatePair {
  /** The lower id of the two. */
  readonly first: OpportunityId
  readonly second: OpportunityId
  /** Whether comparing them left no doubt. Once it is `same` it stays so while the two differ a
   * little, since one source may change first. */
  readonly found: 'same' | 'maybe'
  readonly state: PairState
  /** `sure` for what comparing decided; null while it waits. */
  readonly decidedBy: 'sure' | 'person' | null
  readonly foundAt: Instant
  /** Null while it waits. */
  readonly decidedAt: Instant | null
}

/** The two ids in the order in which a pair has them. */
export const pairIds = (
  a: OpportunityId,
  b: OpportunityId,
): { readonly first: OpportunityId; readonly second: OpportunityId } =>
  a < b ? { first: a, second: b } : { first: b, second: a }

/** One opportunity that is hidden behind another of the same call. */
export interface Merge {
  readonly absorbed: OpportunityId
  readonly kept: OpportunityId
}
