import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { Database } from './database.ts'
import { isShown } from './merges.ts'

/** What somebody wrote about one organisation or opportunity, without anything else about it. */
export interface StoredText {
  readonly id: string
  readonly text: string
}

/** Which part of the texts is asked for, by id. */
export interface TextPage {
  /** The last id of the page before; empty for the first. */
  readonly after: string
  /** At least 1. */
  readonly limit: number
}

/** Of one field so many characters are read: what comes later is mostly conditions. */
const MOST_CHARACTERS = 4_000

/** What every organisation says of itself, by id. */
export async function listOrganisationTexts(
  { query }: Pick<Database, 'query'>,
  { after, limit }: TextPage,
): Promise<StoredText[]> {
  return query
    .selectFrom('organisations')
    .select(['id', joined(sql`name`, field('profile', 'whatWeDo'), field('profile', 'whoWeHelp')).as('text')])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** What funders say of every opportunity that is shown and not over at that moment, or was seen since then, by id. */
export async function listOpportunityTexts(
  { query }: Pick<Database, 'query'>,
  { now, seenSince }: { now: Instant; seenSince: Instant },
  { after, limit }: TextPage,
): Promise<StoredText[]> {
  return query
    .selectFrom('opportunities')
    .select(['id', joined(sql`title`, summary, field('content', 'description')).as('text')])
    .where(
      sql<SqlBool>`(last_checked_at >= ${seenSince} OR (ended IS NULL AND (open_until IS NULL OR open_until > ${now})))`,
    )
    .where(isShown('opportunities.id'))
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

const field = (column: 'profile' | 'content', name: string) =>
  sql<string>`substr(coalesce(${sql.ref(column)} ->> ${sql.lit(`$.${name}`)}, ''), 1, ${sql.lit(MOST_CHARACTERS)})`

/** Many summaries are the beginning of the description; said twice, their words would count twice. */
const summary = sql<string>`CASE WHEN instr(content ->> '$.description', content ->> '$.summary') > 0 THEN '' ELSE ${field('content', 'summary')} END`

const joined = (...parts: readonly ReturnType<typeof sql>[]) =>
  sql<string>`${sql.join(parts, sql` || char(10) || `)}`

/** The most texts that both lists can hold: it counts opportunities of any age. */
export async function countTexts({ query }: Pick<Database, 'query'>): Promise<number> {
  const { n } = await query
    .selectNoFrom(
      sql<number>`(SELECT count(*) FROM organisations) + (SELECT count(*) FROM opportunities)`.as('n'),
    )
    .executeTakeFirstOrThrow()
  return n
}
