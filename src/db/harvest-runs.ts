import type { Instant } from '../base/date.ts'
import type { RunTotals } from '../domain/run-totals.ts'
import type { Database, Statement } from './database.ts'

/** How far a source has been read. */
export interface HarvestProgress {
  /** What its connector needs to go on. */
  readonly state: unknown
  /** The source asked for silence until then. */
  readonly notBefore: Instant | null
  /** When a harvest last reached the end of what it offers; null when none has. */
  readonly lastGoodAt: Instant | null
}

/** Undefined before the first harvest. */
export async function findProgress(
  { query }: Database,
  sourceId: string,
): Promise<HarvestProgress | undefined> {
  const row = await query
    .selectFrom('harvest_progress')
    .selectAll()
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return (
    row && {
      state: JSON.parse(row.state),
      notBefore: row.not_before as Instant | null,
      lastGoodAt: row.last_good_at as Instant | null,
    }
  )
}

export function putProgress(
  { query }: Database,
  sourceId: string,
  at: Instant,
  { state, notBefore, lastGoodAt }: HarvestProgress,
): Statement {
  const rest = {
    state: JSON.stringify(state ?? null),
    not_before: notBefore,
    last_good_at: lastGoodAt,
    updated_at: at,
  }
  return query
    .insertInto('harvest_progress')
    .values({ source_id: sourceId, ...rest })
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet(rest))
}

/**
 * What one harvest of one source brought. Every record seen is in exactly one of the other counts; what
 * is no longer in a list that has everything is seen no more, and counts as withdrawn.
 */
export interface HarvestCounts {
  readonly pages: number
  readonly seen: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly withdrawn: number
  /** Not a call that can be bid for. */
  readonly skipped: number
  readonly quarantined: number
}

/** What a harvest that has not begun has brought. */
export const NO_COUNTS: HarvestCounts = {
  pages: 0,
  seen: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  withdrawn: 0,
  skipped: 0,
  quarantined: 0,
}

export interface HarvestRun extends RunTotals {
  readonly id: string
  readonly sourceId: string
  readonly endedAt: Instant
  readonly counts: HarvestCounts
  /** All that the source said that it offers, so that the rest is withdrawn; null when it does not say that. */
  readonly offered: number | null
  /** Null when nothing went wrong. */
  readonly error: string | null
  /** Whether it stopped because the source asked for silence: no fault until it has sent nothing for a day. */
  readonly resting: boolean
}

export const addHarvestRun = ({ query }: Database, run: HarvestRun): Statement =>
  query.insertInto('harvest_runs').values({
    id: run.id,
    source_id: run.sourceId,
    started_at: run.startedAt,
    ended_at: run.endedAt,
    ...run.counts,
    finished: run.finished ? 1 : 0,
    error: run.error,
    facts: JSON.stringify(run.facts),
    offered: run.offered,
    listed: run.listed,
    open: run.open,
    resting: run.resting ? 1 : 0,
  })
