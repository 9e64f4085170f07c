import type { Instant } from '../base/date.ts'

/** A source that failed so often in a row is not asked again until a person says so. */
export const FAILURES_TO_PAUSE = 5

/** A harvest that failed: not one that the source asked to wait, unless it has sent nothing for a day. */
export interface Failure {
  readonly at: Instant
  readonly error: string
}

/** A source that is left alone because it kept failing. */
export interface Pause {
  readonly id: string
  readonly sourceId: string
  readonly pausedAt: Instant
  /** What led to it, newest first. */
  readonly failures: readonly Failure[]
  /** When the operator's mail server took the mail about it; null until then. */
  readonly toldAt: Instant | null
}
