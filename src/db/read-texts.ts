import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import { BY_HAND } from '../domain/by-hand.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { Database, Statement } from './database.ts'
import { contentJson, toOpportunity } from './opportunity-rows.ts'

/** An opportunity whose words another reader has read, or none. */
export interface ReadBefore {
  readonly opportunity: Opportunity
  /** When its source first said what it says, as far as is known: days without a year count from there. */
  readonly saidAt: Instant
}

/**
 * Opportunities that are not over at that moment and were read by another reader than that one, by id.
 *
 * @param after - the last id of the page before; empty for the first
 * @param limit - at least 1
 */
export async function listReadBefore(
  { query }: Pick<Database, 'query'>,
  { reader, at }: { reader: number; at: Instant },
  { after, limit }: { after: string; limit: number },
): Promise<ReadBefore[]> {
  const rows = await query
    .selectFrom('opportunities as o')
    .innerJoin('records as r', (join) =>
      join.onRef('r.source_id', '=', 'o.source_id').onRef('r.source_key', '=', 'o.source_key'),
    )
    .selectAll('o')
    // A later release may say the same again, and an old one may have been seen late.
    .select(sql<string>`min(r.released_at, o.last_changed_at)`.as('said_at'))
    .where('o.id', '>', after)
    // A person has read those; of others the words are not kept, and its source brings them again.
    .where('o.source_id', '<>', BY_HAND.id)
    .where('o.ended', 'is', null)
    .where((eb) => eb.or([eb('o.open_until', 'is', null), eb('o.open_until', '>', at)]))
    .where(sql<SqlBool>`o.content ->> '$.fromWords.reader' IS NOT ${reader}`)
    .where(sql<SqlBool>`o.content ->> '$.fromWords.words' IS NULL`)
    .orderBy('o.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ opportunity: toOpportunity(row), saidAt: row.said_at as Instant }))
}

/** Notes what was read of words that say nothing else than before: no new version, since nothing has changed. */
export const putReading = ({ query }: Pick<Database, 'query'>, opportunity: Opportunity): Statement =>
  query
    .updateTable('opportunities')
    .set({ content: contentJson(opportunity) })
    .where('id', '=', opportunity.id)
    .where('version', '=', opportunity.version)

/** Which reader has read everything that is stored; undefined before the first. */
export async function findReader({ query }: Pick<Database, 'query'>): Promise<number | undefined> {
  const row = await query.selectFrom('meta').select('value').where('key', '=', 'reader').executeTakeFirst()
  return row && Number(row.value)
}

/** Says that this reader has read everything that is stored. */
export const putReader = ({ query }: Pick<Database, 'query'>, reader: number): Statement =>
  query
    .insertInto('meta')
    .values({ key: 'reader', value: String(reader) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(reader) }))
