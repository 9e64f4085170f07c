import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import type { Check } from '../domain/recheck.ts'
import type { Database, Statement } from './database.ts'
import { idsOfCall, shownFor, withAbsorbed } from './merges.ts'
import type { Schema } from './schema.ts'

type Lent = Pick<Database, 'query'>

/**
 * What a person found last of a call and has not taken back: a check of the opportunity, or of one that is the same
 * call, and for all that were checked at one go a check each. The one that is shown comes first.
 *
 * @returns empty when there is none
 */
export async function listNewestChecks({ query }: Lent, id: OpportunityId): Promise<Check[]> {
  const standing = query
    .selectFrom('checks')
    .where('undone_at', 'is', null)
    .where(sql<SqlBool>`opportunity_id IN ${idsOfCall(id)}`)
  const rows = await standing
    .selectAll()
    .where(
      'checked_at',
      '=',
      standing.select(({ fn }) => fn.max('checked_at').as('newest')),
    )
    .orderBy(sql`opportunity_id = ${shownFor('opportunity_id')}`, 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toCheck)
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
