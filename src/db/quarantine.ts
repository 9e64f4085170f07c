import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'

/** A longer record is cut: D1 keeps 2 MB in a value. */
const MOST_CHARACTERS = 400_000

/** A record that could not be read, waiting to be tried again. */
export interface Quarantined {
  readonly id: string
  readonly sourceId: string
  /** Null when even that could not be read. */
  readonly key: string | null
  /** Tells the same bad record from another of the same source. */
  readonly fingerprint: string
  readonly reason: string
  /** Null when it could not be read. */
  readonly releasedAt: Instant | null
  /** The record as JSON, without the names of persons. */
  readonly record: string
}

/** Keeps bad records; one that is there already keeps its place, with its newest reason and release, and waits again. */
export const putQuarantined = (db: Database, at: Instant, bad: readonly Quarantined[]): Statement[] =>
  insertMany(
    db,
    'quarantine',
    bad.map(({ id, sourceId, key, fingerprint, reason, releasedAt, record }) => ({
      id,
      source_id: sourceId,
      source_key: key,
      fingerprint,
      reason,
      record: record.slice(0, MOST_CHARACTERS),
      released_at: releasedAt,
      tries: 1,
      first_failed_at: at,
      last_failed_at: at,
      settled_at: null,
    })),
    {
      key: ['source_id', 'fingerprint'],
      update: ['reason', 'record', 'released_at', 'last_failed_at', 'settled_at'],
    },
  )

/** Those that wait and were last tried no later than that, the longest ago first; `after` is the last of the page before. */
export async function listQuarantined(
  { query }: Database,
  until: Instant,
  limit: number,
  after: { readonly lastFailedAt: string; readonly id: string } | null,
): Promise<(Quarantined & { readonly lastFailedAt: string })[]> {
  let waiting = query
    .selectFrom('quarantine')
    .selectAll()
    .where('settled_at', 'is', null)
    .where('last_failed_at', '<=', until)
  if (after) {
    waiting = waiting.where(sql<SqlBool>`(last_failed_at, id) > (${after.lastFailedAt}, ${after.id})`)
  }
  const rows = await waiting.orderBy('last_failed_at').orderBy('id').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    key: row.source_key,
    fingerprint: row.fingerprint,
    reason: row.reason,
    releasedAt: row.released_at as Instant | null,
    record: row.record,
    lastFailedAt: row.last_failed_at,
  }))
}

/** Why records of a source wait. */
export interface WaitingReason {
  readonly reason: string
  /** How many records wait for it, at least 1. */
  readonly n: number
  /** The key of one of them; null when of none even that could be read. */
  readonly key: string | null
  readonly lastFailedAt: Instant
}

/** Why records of a source wait, and how many for each reason; most first, ties by reason. */
export async function countReasons(
  { query }: Pick<Database, 'query'>,
  sourceId: string,
  limit: number,
): Promise<WaitingReason[]> {
  const rows = await query
    .selectFrom('quarantine')
    .select(({ fn }) => [
      'reason',
      fn.countAll<number>().as('n'),
      fn.min('source_key').as('key'),
      fn.max('last_failed_at').as('last_failed_at'),
    ])
    .where('source_id', '=', sourceId)
    .where('settled_at', 'is', null)
    .groupBy('reason')
    .orderBy('n', 'desc')
    .orderBy('reason')
    .limit(limit)
    .execute()
  return rows.map(({ reason, n, key, last_failed_at }) => ({
    reason,
    n,
    key,
    lastFailedAt: last_failed_at as Instant,
  }))
}

/** Those records have been read after all. */
export function settleQuarantined({ query }: Database, at: Instant, ids: readonly string[]): Statement[] {
  if (ids.length === 0) return []
  return [
    query
      .updateTable('quarantine')
      .set({ settled_at: at })
      .where(sql<SqlBool>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
  ]
}

/** What waits of these items, and was released no later, is of the past: a good release of them has been read. */
export function settleByKey(
  { query }: Database,
  sourceId: string,
  at: Instant,
  read: readonly { readonly key: string; readonly releasedAt: Instant }[],
): Statement[] {
  if (read.length === 0) return []
  const items = JSON.stringify(read.map(({ key, releasedAt }) => ({ key, releasedAt })))
  return [
    query
      .updateTable('quarantine')
      .set({ settled_at: at })
      .where('source_id', '=', sourceId)
      .where('settled_at', 'is', null)
      .where(
        sql<SqlBool>`EXISTS (SELECT 1 FROM json_each(${items}) WHERE value ->> '$.key' = source_key
          AND value ->> '$.releasedAt' >= released_at)`,
      ),
  ]
}

/** Counts another failed try of records, with the reason of each by its id. */
export function addTries(
  { query }: Database,
  at: Instant,
  reasons: ReadonlyMap<string, string>,
): Statement[] {
  if (reasons.size === 0) return []
  const byId = JSON.stringify(Object.fromEntries(reasons))
  return [
    query
      .updateTable('quarantine')
      .set((eb) => ({
        tries: eb('tries', '+', 1),
        last_failed_at: at,
        reason: sql<string>`(SELECT value FROM json_each(${byId}) WHERE key = quarantine.id)`,
      }))
      .where(sql<SqlBool>`id IN (SELECT key FROM json_each(${byId}))`),
  ]
}
