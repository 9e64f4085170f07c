import type { Instant } from '../base/date.ts'
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

export interface HarvestRun {
  readonly id: string
  readonly sourceId: string
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly counts: HarvestCounts
  /** Whether it reached the end of what the source offers. */
  readonly finished: boolean
  /** Null when nothing went wrong. */
  readonly error: string | null
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
  })

/** How one source is. */
export interface SourceHealth {
  readonly sourceId: string
  /** Null when no harvest has ever reached its end. */
  readonly lastGoodAt: Instant | null
  readonly lastRunAt: Instant | null
  /** Of the last run; null when it went well or there was none. */
  readonly lastError: string | null
  /** Records in quarantine. */
  readonly waiting: number
}

/** Every source that has been harvested, by id. */
export async function listSourceHealth({ query }: Pick<Database, 'query'>): Promise<SourceHealth[]> {
  const rows = await query
    .selectFrom('harvest_progress as p')
    .select(['p.source_id', 'p.last_good_at'])
    .select((eb) => [
      eb
        .selectFrom('harvest_runs as r')
        .select('r.started_at')
        .whereRef('r.source_id', '=', 'p.source_id')
        .orderBy('r.started_at', 'desc')
        .limit(1)
        .as('last_run_at'),
      eb
        .selectFrom('harvest_runs as r')
        .select('r.error')
        .whereRef('r.source_id', '=', 'p.source_id')
        .orderBy('r.started_at', 'desc')
        .limit(1)
        .as('last_error'),
      eb
        .selectFrom('quarantine as q')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('q.source_id', '=', 'p.source_id')
        .where('q.settled_at', 'is', null)
        .as('waiting'),
    ])
    .orderBy('p.source_id')
    .execute()
  return rows.map((row) => ({
    sourceId: row.source_id,
    lastGoodAt: row.last_good_at as Instant | null,
    lastRunAt: row.last_run_at as Instant | null,
    lastError: row.last_error,
    waiting: row.waiting ?? 0,
  }))
}
