import { type Selectable, sql } from 'kysely'
import type { AreaCode } from '../domain/area.ts'
import type { Award } from '../domain/award.ts'
import { toAward } from './awards.ts'
import type { Database } from './database.ts'
import type { Lookup } from './funder-awards.ts'
import type { AwardTable } from './schema.ts'

/**
 * Of each of the funders the newest awards in any of the areas, at most `most`; newest first, ties by key.
 *
 * @returns in the order of the lookups
 */
export async function listLocalAwards(
  { query }: Pick<Database, 'query'>,
  lookups: readonly Lookup[],
  areas: readonly AreaCode[],
  most: number,
): Promise<readonly (readonly Award[])[]> {
  const here = sql`EXISTS (SELECT 1 FROM json_each(${JSON.stringify(areas)}) place WHERE instr(areas, place.value) > 0)`
  const newest = sql`ORDER BY awarded_on DESC, key LIMIT ${most}`
  const { rows } = await sql<Selectable<AwardTable> & { asked: number }>`
    SELECT asked.key AS asked, mine.* FROM json_each(${JSON.stringify(lookups)}) asked JOIN awards mine
      ON mine.key IN (SELECT key FROM awards WHERE funder_org_id = asked.value ->> '$.orgId' AND ${here} ${newest})
    UNION ALL
    SELECT asked.key AS asked, mine.* FROM json_each(${JSON.stringify(lookups)}) asked JOIN awards mine
      ON mine.key IN (SELECT key FROM awards WHERE funder_name = asked.value ->> '$.name'
        AND funder_org_id IS NULL AND ${here} ${newest})
    ORDER BY awarded_on DESC, key`.execute(query)
  const byLookup = Map.groupBy(rows, ({ asked }) => asked)
  return lookups.map((_, at) => (byLookup.get(at) ?? []).slice(0, most).map(toAward))
}
