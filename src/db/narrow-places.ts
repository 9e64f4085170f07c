import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { Database } from './database.ts'
import { toOpportunity } from './opportunity-rows.ts'

/**
 * Opportunities that are not over at that moment and are for a place that only imported files can tell:
 * for wards, or somewhere around what their source names. By id.
 *
 * @param after - the last id of the page before; empty for the first
 * @param limit - at least 1
 */
export async function listInNarrowPlaces(
  { query }: Pick<Database, 'query'>,
  at: Instant,
  { after, limit }: { after: string; limit: number },
): Promise<Opportunity[]> {
  const areas = sql`concat(content -> '$.rules.areas', content -> '$.rules.beneficiaryAreas')`
  const rows = await query
    .selectFrom('opportunities')
    .selectAll()
    .where('id', '>', after)
    .where('ended', 'is', null)
    .where((eb) => eb.or([eb('open_until', 'is', null), eb('open_until', '>', at)]))
    .where(
      sql<SqlBool>`(${areas} LIKE '%"inferred"%' OR ${areas} GLOB '*"[EW]05*' OR ${areas} GLOB '*"S13*' OR ${areas} GLOB '*"N08*')`,
    )
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toOpportunity)
}
