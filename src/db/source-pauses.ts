import type { Instant } from '../base/date.ts'
import type { Failure, Pause } from '../domain/pause.ts'
import type { Database, Statement } from './database.ts'

type Lent = Pick<Database, 'query'>

/** The sources that are paused, by id. */
export async function listPauses({ query }: Lent): Promise<Pause[]> {
  const rows = await query
    .selectFrom('source_pauses')
    .selectAll()
    .where('resumed_at', 'is', null)
    .orderBy('source_id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    pausedAt: row.paused_at as Instant,
    failures: JSON.parse(row.errors),
    toldAt: row.told_at as Instant | null,
  }))
}

/**
 * The harvests of a source that failed since one went well or it was last started again, newest first. One that
 * rested is neither, and so is one that was killed, which left no record.
 */
export async function listFailures({ query }: Lent, sourceId: string, limit: number): Promise<Failure[]> {
  const rows = await query
    .selectFrom('harvest_runs as r')
    .select(['r.started_at', 'r.error'])
    .where('r.source_id', '=', sourceId)
    .where('r.error', 'is not', null)
    .where('r.resting', '=', 0)
    .where(({ eb, fn, selectFrom, val }) =>
      eb(
        'r.started_at',
        '>',
        fn.coalesce(
          selectFrom('harvest_runs as w')
            .select(({ fn }) => fn.max('w.started_at').as('at'))
            .where('w.source_id', '=', sourceId)
            .where('w.error', 'is', null),
          val(''),
        ),
      ),
    )
    .where(({ eb, fn, selectFrom, val }) =>
      eb(
        'r.started_at',
        '>=',
        fn.coalesce(
          selectFrom('source_pauses as p')
            .select(({ fn }) => fn.max('p.resumed_at').as('at'))
            .where('p.source_id', '=', sourceId),
          val(''),
        ),
      ),
    )
    .orderBy('r.started_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ started_at, error }) => ({ at: started_at as Instant, error: error ?? '' }))
}

/** Pauses a source; one that is paused already stays as it is. */
export const addPause = ({ query }: Lent, { id, sourceId, pausedAt, failures, toldAt }: Pause): Statement =>
  query
    .insertInto('source_pauses')
    .values({
      id,
      source_id: sourceId,
      paused_at: pausedAt,
      errors: JSON.stringify(failures),
      told_at: toldAt,
      told_by: null,
      told_by_until: null,
      resumed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())

/** Starts a source again; one that is not paused stays as it is. */
export const endPause = ({ query }: Lent, sourceId: string, at: Instant): Statement =>
  query
    .updateTable('source_pauses')
    .set({ resumed_at: at })
    .where('source_id', '=', sourceId)
    .where('resumed_at', 'is', null)

/** The right of one runner to tell the operator of a pause, which ends by itself when the runner dies. */
interface PauseClaim {
  readonly pauseId: string
  /** Unique to the runner and the try. */
  readonly by: string
  readonly until: Instant
}

/** Claims a pause that nobody was told of and nobody else holds. @returns whether it is ours now */
export async function claimPause(db: Database, now: Instant, claim: PauseClaim): Promise<boolean> {
  const { pauseId, by, until } = claim
  await db.commit([
    db.query
      .updateTable('source_pauses')
      .set({ told_by: by, told_by_until: until })
      .where('id', '=', pauseId)
      .where('told_at', 'is', null)
      .where('resumed_at', 'is', null)
      .where(({ eb, or }) => or([eb('told_by_until', 'is', null), eb('told_by_until', '<=', now)])),
  ])
  const row = await db.query
    .selectFrom('source_pauses')
    .select('told_by')
    .where('id', '=', pauseId)
    .executeTakeFirst()
  return row?.told_by === by
}

/** Gives a pause back, so that whoever runs next may tell of it. */
export const releasePause = ({ query }: Lent, { pauseId, by }: PauseClaim): Statement =>
  query
    .updateTable('source_pauses')
    .set({ told_by: null, told_by_until: null })
    .where('id', '=', pauseId)
    .where('told_by', '=', by)

/** Notes that the operator has been told. */
export const markTold = ({ query }: Lent, id: string, at: Instant): Statement =>
  query.updateTable('source_pauses').set({ told_at: at }).where('id', '=', id)
