import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'

/** A record that could not be read, waiting to be tried again. */
export interface Quarantined {
  readonly id: string
  readonly sourceId: string
  /** Null when even that could not be read. */
  readonly key: string | null
  /** Tells the same bad record from another of the same source. */
  readonly fingerprint: string
  readonly reason: string
  /** The record as JSON, without the names of persons. */
  readonly record: string
}

/** Keeps bad records; one that is there already is counted, with its newest reason, and waits again. */
export const putQuarantined = (db: Database, at: Instant, bad: readonly Quarantined[]): Statement[] =>
  insertMany(
    db,
    'quarantine',
    bad.map(({ id, sourceId, key, fingerprint, reason, record }) => ({
      id,
      source_id: sourceId,
      source_key: key,
      fingerprint,
      reason,
      record,
      tries: 1,
      first_failed_at: at,
      last_failed_at: at,
      settled_at: null,
    })),
    { key: ['source_id', 'fingerprint'], update: ['reason', 'record', 'last_failed_at', 'settled_at'] },
  )

/** Those that wait, oldest first. */
export async function listQuarantined(
  { query }: Database,
  limit: number,
  after = '',
): Promise<Quarantined[]> {
  const rows = await query
    .selectFrom('quarantine')
    .selectAll()
    .where('settled_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    key: row.source_key,
    fingerprint: row.fingerprint,
    reason: row.reason,
    record: row.record,
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

/** Newer releases of these items were read, so what waits of them is of the past. */
export function settleByKey(
  { query }: Database,
  sourceId: string,
  at: Instant,
  keys: readonly string[],
): Statement[] {
  if (keys.length === 0) return []
  return [
    query
      .updateTable('quarantine')
      .set({ settled_at: at })
      .where('source_id', '=', sourceId)
      .where('settled_at', 'is', null)
      .where(sql<SqlBool>`source_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`),
  ]
}

/** Counts another failed try. */
export const addTry = ({ query }: Database, at: Instant, id: string, reason: string): Statement =>
  query
    .updateTable('quarantine')
    .set((eb) => ({ tries: eb('tries', '+', 1), last_failed_at: at, reason }))
    .where('id', '=', id)
