import { type Selectable, sql } from 'kysely'
import type { Award } from '../domain/award.ts'
import { toAward } from './awards.ts'
import type { Database } from './database.ts'
import { type AwardsOf, awardsOf } from './funder-figures.ts'
import { cursorOf, keyOf, type PageOf, type PageRequest, pageOf } from './page.ts'
import type { AwardTable } from './schema.ts'

/**
 * The awards that are meant, newest first, ties by key.
 *
 * @param total - how many there are
 */
export async function listAwardPage(
  { query }: Pick<Database, 'query'>,
  asked: AwardsOf,
  total: number,
  { after, limit }: PageRequest,
): Promise<PageOf<Award>> {
  const [day = '9999', key = ''] = after === null ? [] : keyOf(after, ['string', 'string'])
  const mine = awardsOf(asked, sql`key, awarded_on`)
  const { rows } = await sql<Selectable<AwardTable>>`
    SELECT awards.* FROM (
      SELECT key, awarded_on FROM (${mine})
      WHERE awarded_on < ${day} OR (awarded_on = ${day} AND key > ${key})
      ORDER BY awarded_on DESC, key LIMIT ${limit + 1}) page
    JOIN awards ON awards.key = page.key
    ORDER BY page.awarded_on DESC, page.key`.execute(query)
  return pageOf(rows, { limit, total }, toAward, (row) => cursorOf(row.awarded_on, row.key))
}
