import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'

type Lent = Pick<Database, 'query'>

const listed = (ids: readonly OpportunityId[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Of a row of opportunities named `o`: whether it takes bids, or will. */
const runs = (now: Instant) =>
  sql<SqlBool>`(o.ended IS NULL AND (o.open_until IS NULL OR o.open_until > ${now}))`

/**
 * Opportunities that take bids at that moment, or will, and were not compared as they are now; by id.
 *
 * @param after - begins after that id; empty for the first
 */
export async function listUncompared(
  { query }: Lent,
  now: Instant,
  comparer: number,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<OpportunityId[]> {
  const rows = await query
    .selectFrom('opportunities as o')
    .leftJoin('compared as c', 'c.opportunity_id', 'o.id')
    .select('o.id')
    .where(runs(now))
    .where(sql<SqlBool>`(c.version IS NULL OR c.version <> o.version OR c.comparer <> ${comparer})`)
    .where('o.id', '>', after)
    .orderBy('o.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id as OpportunityId)
}

/** Opportunities that were compared and are over by then; by id. */
export async function listComparedOver(
  { query }: Lent,
  now: Instant,
  limit: number,
): Promise<OpportunityId[]> {
  const rows = await query
    .selectFrom('compared as c')
    .innerJoin('opportunities as o', 'o.id', 'c.opportunity_id')
    .select('o.id')
    .where(sql<SqlBool>`NOT ${runs(now)}`)
    .orderBy('o.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id as OpportunityId)
}

/** Takes opportunities out of the file: they are compared anew when they come back. */
export const removeKeys = ({ query }: Lent, ids: readonly OpportunityId[]): Statement[] => [
  query.deleteFrom('duplicate_keys').where(sql<SqlBool>`opportunity_id IN ${listed(ids)}`),
  query.deleteFrom('compared').where(sql<SqlBool>`opportunity_id IN ${listed(ids)}`),
]

/** Files opportunities under their keys of now, in the place of earlier ones. */
export const putKeys = (db: Lent, keys: ReadonlyMap<OpportunityId, readonly string[]>): Statement[] => [
  db.query.deleteFrom('duplicate_keys').where(sql<SqlBool>`opportunity_id IN ${listed([...keys.keys()])}`),
  ...insertMany(
    db,
    'duplicate_keys',
    [...keys].flatMap(([id, those]) => those.map((key) => ({ key, opportunity_id: id }))),
    { key: ['key', 'opportunity_id'] },
  ),
]

/** Which of those keys more than so many opportunities are filed under, in no order. */
export async function listCommonKeys(
  { query }: Lent,
  keys: readonly string[],
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`SELECT value AS key FROM json_each(${JSON.stringify(keys)})
    WHERE (SELECT count(*) FROM (SELECT 1 FROM duplicate_keys k WHERE k.key = value LIMIT ${most + 1})) > ${most}`.execute(
    query,
  )
  return rows.map(({ key }) => key)
}

/** Notes which versions have been compared. */
export const putCompared = (
  db: Lent,
  comparer: number,
  versions: readonly { readonly id: OpportunityId; readonly version: number }[],
): Statement[] =>
  insertMany(
    db,
    'compared',
    versions.map(({ id, version }) => ({ opportunity_id: id, version, comparer })),
    { key: ['opportunity_id'], update: ['version', 'comparer'] },
  )

/**
 * With what to compare those opportunities: others, of other sources, that are filed under a key of theirs.
 * A key under which more than `mostInBlock` are filed says nothing; with more than `mostCompared` others an
 * opportunity is compared with those that share the most keys, ties by id.
 */
export async function listAlike(
  { query }: Lent,
  ids: readonly OpportunityId[],
  { mostInBlock, mostCompared }: { readonly mostInBlock: number; readonly mostCompared: number },
): Promise<{ readonly id: OpportunityId; readonly other: OpportunityId }[]> {
  const { rows } = await sql<{ id: OpportunityId; other: OpportunityId }>`
    WITH telling AS (
      SELECT k.key, k.opportunity_id FROM duplicate_keys k WHERE k.opportunity_id IN ${listed(ids)}
        AND (SELECT count(*) FROM (SELECT 1 FROM duplicate_keys c WHERE c.key = k.key LIMIT ${mostInBlock + 1}))
          <= ${mostInBlock}),
    shared AS (
      SELECT t.opportunity_id AS id, k.opportunity_id AS other, count(*) AS n
      FROM telling t
      JOIN duplicate_keys k ON k.key = t.key AND k.opportunity_id <> t.opportunity_id
      JOIN opportunities a ON a.id = t.opportunity_id
      JOIN opportunities b ON b.id = k.opportunity_id AND b.source_id <> a.source_id
      GROUP BY t.opportunity_id, k.opportunity_id),
    ranked AS (
      SELECT id, other, row_number() OVER (PARTITION BY id ORDER BY n DESC, other) AS place FROM shared)
    SELECT id, other FROM ranked WHERE place <= ${mostCompared} ORDER BY id, place`.execute(query)
  return rows
}
