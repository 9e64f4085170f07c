import type { Instant } from '../base/date.ts'
import type { FactCounts } from './told-facts.ts'

/** What is compared of one harvest. */
export interface RunTotals {
  readonly startedAt: Instant
  readonly facts: FactCounts
  /** Whether it reached the end of what the source offers. */
  readonly finished: boolean
  /** Items in the list that it read; null when the source has no list, or the end was not reached. */
  readonly listed: number | null
  /** Its opportunities that were open afterwards; null when that was not counted. */
  readonly open: number | null
}

/** What has stayed changed for so long becomes usual. */
const USUAL_AFTER_MS = 14 * 86_400_000

/**
 * How many of the newest runs may be what is other than usual: those of the two weeks up to the newest.
 *
 * @param runs - newest first
 */
export function countLately(runs: readonly Pick<RunTotals, 'startedAt'>[]): number {
  const [newest] = runs
  if (newest === undefined) return 0
  const since = Date.parse(newest.startedAt) - USUAL_AFTER_MS
  const before = runs.findIndex(({ startedAt }) => Date.parse(startedAt) < since)
  return before === -1 ? runs.length : before
}
