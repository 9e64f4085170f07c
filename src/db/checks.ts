import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import type { Check } from '../domain/recheck.ts'
import type { Database, Statement } from './database.ts'
import { idsOfCall, shownFor, withAbsorbed } from './merges.ts'
import type { Schema } from './schema.ts'

type Lent = Pick<Database, 'query'>

/** A check, and whether it still stands; undefined when there is none with that id. */
export async function findCheck(
  { query }: Lent,
  id: string,
): Promise<{ readonly check: Check; readonly stands: boolean } | undefined> {
  const row = await query.selectFrom('checks').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { check: toCheck(row), stands: row.undone_at === null }
}

/** What was found of the same call at one go with that check, itself included, and has not been taken back. */
export async function listFoundWith(
  { query }: Lent,
  { opportunityId, outcome, checkedAt }: Check,
): Promise<Check[]> {
  const rows = await query
    .selectFrom('checks')
    .selectAll()
    .where('undone_at', 'is', null)
    .where('outcome', '=', outcome)
    .where('checked_at', '=', checkedAt)
    .where(sql<SqlBool>`opportunity_id IN ${idsOfCall(opportunityId)}`)
    .orderBy('id')
    .execute()
  return rows.map(toCheck)
}

/**
 * The newest check that stands of each of those opportunities, or of one that is hidden behind it; that of the one
 * that is shown when all were checked at one go. By the ids that are asked for.
 */
export async function listNewestChecks(
  { query }: Lent,
  ids: readonly OpportunityId[],
): Promise<ReadonlyMap<OpportunityId, Check>> {
  const rows = await query
    .selectFrom(sql<{ value: string }>`json_each(${JSON.stringify(ids)})`.as('asked'))
    .innerJoin('checks as c', (join) =>
      join.on(sql<SqlBool>`c.id = (SELECT id FROM checks l
        WHERE l.opportunity_id IN ${withAbsorbed('asked.value')} AND l.undone_at IS NULL
        ORDER BY l.checked_at DESC, l.opportunity_id = asked.value DESC, l.id DESC LIMIT 1)`),
    )
    .select('asked.value as asked_id')
    .selectAll('c')
    .execute()
  return new Map(rows.map((row) => [row.asked_id as OpportunityId, toCheck(row)]))
}

const toCheck = (row: Selectable<Schema['checks']>): Check => ({
  id: row.id,
  opportunityId: row.opportunity_id as OpportunityId,
  outcome: row.outcome,
  version: row.version,
  checkedAt: row.checked_at as Instant,
})

/** A check with the title of what is shown of it. */
export interface CheckedOpportunity {
  readonly check: Check
  readonly title: string
}

/** The newest checks that stand, newest first: of each call the newest. */
export async function listLatestChecks({ query }: Lent, limit: number): Promise<CheckedOpportunity[]> {
  const rows = await query
    .selectFrom('checks as c')
    .innerJoin('opportunities as o', (join) => join.on('o.id', '=', shownFor('c.opportunity_id')))
    .selectAll('c')
    .select('o.title')
    .where('c.undone_at', 'is', null)
    .where(
      sql<SqlBool>`c.id = (SELECT id FROM checks l WHERE l.opportunity_id IN ${withAbsorbed('o.id')}
        AND l.undone_at IS NULL ORDER BY l.checked_at DESC, l.id DESC LIMIT 1)`,
    )
    .orderBy('c.checked_at', 'desc')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map(({ title, ...row }) => ({ check: toCheck(row), title }))
}

/** Notes what a person found. */
export const addCheck = ({ query }: Lent, check: Check): Statement =>
  query.insertInto('checks').values({
    id: check.id,
    opportunity_id: check.opportunityId,
    outcome: check.outcome,
    version: check.version,
    checked_at: check.checkedAt,
    undone_at: null,
  })

/** Takes a check back; one that is taken back already stays as it is. */
export const undoCheck = ({ query }: Lent, id: string, at: Instant): Statement =>
  query.updateTable('checks').set({ undone_at: at }).where('id', '=', id).where('undone_at', 'is', null)

/** Of a row of opportunities named `o`: whether its newest version is a person's word that it has closed. */
export const isClosedByPerson = sql<SqlBool>`EXISTS (SELECT 1 FROM checks c
  WHERE c.opportunity_id = o.id AND c.outcome = 'closed' AND c.version = o.version AND c.undone_at IS NULL
    AND o.ended = 'closed_early')`
