import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import { type Mistake, MistakeKind } from '../domain/mistake.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import type { Database, Statement } from './database.ts'
import { idsOfCall, shownFor } from './merges.ts'

type Lent = Pick<Database, 'query'>

/**
 * The reports that wait on those opportunities, or on others for which they stand, the longest first: each under the
 * opportunity that is shown.
 */
export async function listMistakes({ query }: Lent, ids: readonly OpportunityId[]): Promise<Mistake[]> {
  const rows = await query
    .selectFrom('mistakes')
    .selectAll()
    .select(shownFor('opportunity_id').as('shown_id'))
    .where('settled_at', 'is', null)
    .where(
      sql<SqlBool>`opportunity_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}) UNION ALL
        SELECT absorbed_id FROM merges WHERE kept_id IN (SELECT value FROM json_each(${JSON.stringify(ids)})))`,
    )
    .orderBy('reported_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    opportunityId: row.shown_id as OpportunityId,
    // A kind of another version of fundlocal reads as something else.
    what: MistakeKind.safeParse(row.what).data ?? 'something_else',
    words: row.words,
    reportedAt: row.reported_at as Instant,
  }))
}

/** The opportunity that a report is of; undefined when there is no such report. */
export async function findReported({ query }: Lent, id: string): Promise<OpportunityId | undefined> {
  const row = await query
    .selectFrom('mistakes')
    .select('opportunity_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && (row.opportunity_id as OpportunityId)
}

/** Keeps a report. */
export const addMistake = (
  { query }: Lent,
  { id, opportunityId, what, words, reportedAt }: Mistake,
): Statement =>
  query.insertInto('mistakes').values({
    id,
    opportunity_id: opportunityId,
    what,
    words,
    reported_at: reportedAt,
    settled_at: null,
    note: null,
  })

/** Notes that somebody has looked into a report; one that is settled already stays as it is. */
export const settleMistake = ({ query }: Lent, id: string, at: Instant, note: string | null): Statement =>
  query
    .updateTable('mistakes')
    .set({ settled_at: at, note })
    .where('id', '=', id)
    .where('settled_at', 'is', null)

interface Answered {
  /** Of any record of the call. */
  readonly opportunityId: OpportunityId
  /** What was reported; null for anything. */
  readonly what: MistakeKind | null
  readonly at: Instant
}

/** Settles the reports on a call that were answered by what has been found now. */
export function settleMistakesOf({ query }: Lent, { opportunityId, what, at }: Answered): Statement {
  const settled = query
    .updateTable('mistakes')
    .set({ settled_at: at })
    .where(sql<SqlBool>`opportunity_id IN ${idsOfCall(opportunityId)}`)
    .where('settled_at', 'is', null)
  return what === null ? settled : settled.where('what', '=', what)
}

/** Lets those wait again that were settled so at that moment. */
export function unsettleMistakesOf({ query }: Lent, { opportunityId, what, at }: Answered): Statement {
  const waiting = query
    .updateTable('mistakes')
    .set({ settled_at: null })
    .where(sql<SqlBool>`opportunity_id IN ${idsOfCall(opportunityId)}`)
    .where('settled_at', '=', at)
    .where('note', 'is', null)
  return what === null ? waiting : waiting.where('what', '=', what)
}
