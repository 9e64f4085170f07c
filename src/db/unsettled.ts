import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import type { Database } from './database.ts'
import { shownFor } from './merges.ts'
import { hasStatus } from './opportunities.ts'

type Lent = Pick<Database, 'query'>

/**
 * Opportunities that stand for one that takes bids while they do not, or that has yet to while they are over: their
 * time came while nothing about them changed.
 */
export async function listOutlived({ query }: Lent, now: Instant): Promise<OpportunityId[]> {
  const isOpen = (id: string) => is(id, hasStatus(now, 'open'))
  const isAhead = (id: string) => sql<SqlBool>`(${isOpen(id)} OR ${is(id, hasStatus(now, 'forecast'))})`
  const rows = await query
    .selectFrom('merges as m')
    .select('m.kept_id')
    .distinct()
    .where(
      sql<SqlBool>`((${isOpen('m.absorbed_id')} AND NOT ${isOpen('m.kept_id')})
        OR (${isAhead('m.absorbed_id')} AND NOT ${isAhead('m.kept_id')}))`,
    )
    .execute()
  return rows.map(({ kept_id }) => kept_id as OpportunityId)
}

const is = (id: string, status: ReturnType<typeof hasStatus>) =>
  sql<SqlBool>`EXISTS (SELECT 1 FROM opportunities WHERE opportunities.id = ${sql.ref(id)} AND ${status})`

/**
 * Opportunities of pairs whose state is not what is shown: merged and both shown, or the other way round. A person
 * and a run that decide at the same moment can leave such a pair.
 */
export async function listUnsettled({ query }: Lent): Promise<OpportunityId[]> {
  const rows = await query
    .selectFrom('duplicate_pairs as p')
    .select(['p.first_id', 'p.second_id'])
    .where(sql<SqlBool>`(p.state = 'merged') <> (${shownFor('p.first_id')} = ${shownFor('p.second_id')})`)
    .execute()
  return rows.flatMap(({ first_id, second_id }) => [first_id, second_id] as OpportunityId[])
}
