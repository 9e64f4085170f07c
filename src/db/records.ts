import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { Opportunity, OpportunityId } from '../domain/opportunity.ts'
import { insertMany } from './bulk.ts'
import { isClosedByPerson } from './checks.ts'
import type { Database, Statement } from './database.ts'
import { toOpportunity } from './opportunity-rows.ts'

/** What is stored of one item of a source. */
export interface StoredRecord {
  readonly releasedAt: Instant
  /** Null for one that had ended before it was ever seen as an opportunity. */
  readonly opportunity: Opportunity | null
  /** Whether a person has found it closed, and its source has said nothing new since. */
  readonly closedByPerson: boolean
}

/** What is known of those items of a source, by the source's own key. */
export async function listRecords(
  { query }: Database,
  sourceId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const listed = sql`(SELECT value FROM json_each(${JSON.stringify(keys)}))`
  const ended = await query
    .selectFrom('endings')
    .select(['source_key', 'released_at'])
    .where('source_id', '=', sourceId)
    .where(sql<SqlBool>`source_key IN ${listed}`)
    .execute()
  const rows = await query
    .selectFrom('records as r')
    .innerJoin('opportunities as o', 'o.id', 'r.opportunity_id')
    .selectAll('o')
    .select(['r.source_key as record_key', 'r.released_at', isClosedByPerson.as('closed_by_person')])
    .where('r.source_id', '=', sourceId)
    .where(sql<SqlBool>`r.source_key IN ${listed}`)
    .execute()
  return new Map<string, StoredRecord>([
    ...ended.map(
      (row) =>
        [
          row.source_key,
          { releasedAt: row.released_at as Instant, opportunity: null, closedByPerson: false },
        ] as const,
    ),
    ...rows.map(
      (row) =>
        [
          row.record_key,
          {
            releasedAt: row.released_at as Instant,
            opportunity: toOpportunity(row),
            closedByPerson: Boolean(row.closed_by_person),
          },
        ] as const,
    ),
  ])
}

/** The opportunities whose newest record is one of those, by its fingerprint. */
export async function listByPrint(
  { query }: Database,
  sourceId: string,
  prints: readonly string[],
): Promise<ReadonlyMap<string, OpportunityId>> {
  if (prints.length === 0) return new Map()
  const rows = await query
    .selectFrom('records')
    .select(['print', 'opportunity_id'])
    .where('source_id', '=', sourceId)
    .where(sql<SqlBool>`print IN (SELECT value FROM json_each(${JSON.stringify(prints)}))`)
    .execute()
  return new Map(rows.map((row) => [row.print ?? '', row.opportunity_id as OpportunityId]))
}

/**
 * The keys of a source's opportunities that still take bids, or will, at that moment and are not among
 * those, in order. What another source tells better is not its own to end.
 */
export async function listAbsent(
  { query }: Database,
  sourceId: string,
  at: Instant,
  offered: readonly string[],
): Promise<readonly string[]> {
  const listed = sql`(SELECT value FROM json_each(${JSON.stringify(offered)}))`
  const rows = await query
    .selectFrom('records as r')
    .innerJoin('opportunities as o', 'o.id', 'r.opportunity_id')
    .select('r.source_key')
    .where('r.source_id', '=', sourceId)
    .where('o.source_id', '=', sourceId)
    .where('o.ended', 'is', null)
    .where((eb) => eb.or([eb('o.open_until', 'is', null), eb('o.open_until', '>', at)]))
    .where(sql<SqlBool>`r.source_key NOT IN ${listed}`)
    .orderBy('r.source_key')
    .execute()
  return rows.map(({ source_key }) => source_key)
}

/** Notes items that ended before they were ever seen as an opportunity. */
export const putEndings = (
  db: Database,
  sourceId: string,
  seenAt: Instant,
  endings: readonly { readonly key: string; readonly releasedAt: Instant }[],
): Statement[] =>
  insertMany(
    db,
    'endings',
    endings.map(({ key, releasedAt }) => ({
      source_id: sourceId,
      source_key: key,
      released_at: releasedAt,
      seen_at: seenAt,
    })),
    { key: ['source_id', 'source_key'], update: ['released_at', 'seen_at'] },
  )

export interface NewRecord {
  readonly key: string
  readonly opportunityId: OpportunityId
  readonly revision: string
  readonly releasedAt: Instant
  /** A fingerprint of all that it was read from; null when it must be read again each time. */
  readonly print: string | null
}

/** Notes the newest release of each item, and that it was seen at that moment. */
export const putRecords = (
  db: Database,
  sourceId: string,
  seenAt: Instant,
  records: readonly NewRecord[],
): Statement[] =>
  insertMany(
    db,
    'records',
    records.map(({ key, opportunityId, revision, releasedAt, print }) => ({
      source_id: sourceId,
      source_key: key,
      opportunity_id: opportunityId,
      revision,
      released_at: releasedAt,
      first_seen_at: seenAt,
      checked_at: seenAt,
      print,
    })),
    { key: ['source_id', 'source_key'], update: ['revision', 'released_at', 'checked_at', 'print'] },
  )

/** Notes that the source still offered these opportunities, unchanged, at that moment. */
export function putChecked({ query }: Database, seenAt: Instant, ids: readonly OpportunityId[]): Statement[] {
  if (ids.length === 0) return []
  const listed = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  return [
    query.updateTable('opportunities').set({ last_checked_at: seenAt }).where(sql<SqlBool>`id IN ${listed}`),
    query.updateTable('records').set({ checked_at: seenAt }).where(sql<SqlBool>`opportunity_id IN ${listed}`),
  ]
}
