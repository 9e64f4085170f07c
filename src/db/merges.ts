import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { Merge } from '../domain/duplicate.ts'
import type { Opportunity, OpportunityId } from '../domain/opportunity.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'
import { toOpportunity } from './opportunity-rows.ts'

type Lent = Pick<Database, 'query'>

/** Whether no other opportunity stands for the one with that id: what every list of opportunities asks. */
export const isShown = (id: string) =>
  sql<SqlBool>`NOT EXISTS (SELECT 1 FROM merges hidden WHERE hidden.absorbed_id = ${sql.ref(id)})`

/** The id of the opportunity that stands for that one: its own when it is shown itself. */
export const shownFor = (id: string) =>
  sql<string>`coalesce((SELECT kept_id FROM merges hidden WHERE hidden.absorbed_id = ${sql.ref(id)}), ${sql.ref(id)})`

/** The id of an opportunity that is shown, with those of all for which it stands. */
export const withAbsorbed = (id: string) => idsFrom(sql.ref(id))

/** The ids of all that are one call with that opportunity, whichever of them is shown, with its own. */
export const idsOfCall = (id: OpportunityId) =>
  idsFrom(sql`coalesce((SELECT kept_id FROM merges WHERE absorbed_id = ${id}), ${id})`)

const idsFrom = (shown: RawBuilder<unknown>) =>
  sql`(SELECT ${shown} UNION ALL SELECT absorbed_id FROM merges WHERE kept_id = ${shown})`

/** The opportunity that stands for that one; undefined when it is shown itself, or when there is none. */
export async function findKept({ query }: Lent, id: OpportunityId): Promise<OpportunityId | undefined> {
  const row = await query
    .selectFrom('merges')
    .select('kept_id')
    .where('absorbed_id', '=', id)
    .executeTakeFirst()
  return row && (row.kept_id as OpportunityId)
}

/** The opportunities for which that one stands, as their own sources tell them now; by source, then by id. */
export async function listAbsorbed({ query }: Lent, kept: OpportunityId): Promise<Opportunity[]> {
  const rows = await query
    .selectFrom('merges as m')
    .innerJoin('opportunities as o', 'o.id', 'm.absorbed_id')
    .selectAll('o')
    .where('m.kept_id', '=', kept)
    .orderBy('o.source_name')
    .orderBy('o.id')
    .execute()
  return rows.map(toOpportunity)
}

/** What stands for those of the opportunities that are hidden, in no order. */
export async function listMerges({ query }: Lent, ids: readonly OpportunityId[]): Promise<Merge[]> {
  const rows = await query
    .selectFrom('merges')
    .select(['absorbed_id', 'kept_id'])
    .where(sql<SqlBool>`absorbed_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
  return rows.map(({ absorbed_id, kept_id }) => ({
    absorbed: absorbed_id as OpportunityId,
    kept: kept_id as OpportunityId,
  }))
}

/** A merge with the version of the opportunity that is shown. */
interface NewMerge extends Merge {
  readonly keptVersion: number
}

/**
 * Hides opportunities behind others, shows again what stood hidden, and has the lists of those made afresh that
 * have said something of any of them.
 *
 * @returns nothing to write when nothing changes
 */
export function changeMerges(
  db: Lent,
  at: Instant,
  put: readonly NewMerge[],
  gone: readonly OpportunityId[],
): Statement[] {
  if (put.length + gone.length === 0) return []
  const touched = [...gone, ...put.flatMap(({ absorbed, kept }) => [absorbed, kept])]
  return [
    db.query
      .deleteFrom('merges')
      .where(sql<SqlBool>`absorbed_id IN (SELECT value FROM json_each(${JSON.stringify(gone)}))`),
    ...insertMany(
      db,
      'merges',
      put.map(({ absorbed, kept, keptVersion }) => ({
        absorbed_id: absorbed,
        kept_id: kept,
        kept_version: keptVersion,
        merged_at: at,
      })),
      { key: ['absorbed_id'], update: ['kept_id', 'kept_version', 'merged_at'] },
    ),
    countChange(db),
    db.query
      .updateTable('organisations')
      .set({ match_run: sql`min(match_run, 0) - 1` })
      .where(
        sql<SqlBool>`id IN (SELECT organisation_id FROM feedback WHERE withdrawn_at IS NULL
          AND opportunity_id IN (SELECT value FROM json_each(${JSON.stringify(touched)})))`,
      ),
  ]
}

/** How often what is shown has changed so: whoever keeps what he read of opportunities asks. */
export const mergeChanges = sql<string>`coalesce((SELECT value FROM meta WHERE key = 'merge_changes'), '0')`

const countChange = ({ query }: Lent): Statement =>
  query
    .insertInto('meta')
    .values({ key: 'merge_changes', value: '1' })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: sql`CAST(CAST(meta.value AS INTEGER) + 1 AS TEXT)` }),
    )
