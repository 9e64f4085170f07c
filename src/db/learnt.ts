import type { Instant } from '../base/date.ts'
import type { Database, Statement } from './database.ts'

/** Something that was learnt from the texts of this database. */
export interface Learnt {
  /** What it is; there is one of each. */
  readonly key: 'words' | 'topics'
  /** JSON, {@link MOST_BYTES} at most. */
  readonly body: string
  /** How many texts it was learnt from. */
  readonly texts: number
  readonly learntAt: Instant
}

/** D1 takes 2,000,000 bytes a row, and the other columns need a few. */
export const MOST_BYTES = 1_900_000

export async function findLearnt(
  { query }: Pick<Database, 'query'>,
  key: Learnt['key'],
): Promise<Learnt | undefined> {
  const row = await query.selectFrom('learnt').selectAll().where('key', '=', key).executeTakeFirst()
  return row && { key, body: row.body, texts: row.texts, learntAt: row.learnt_at as Instant }
}

/** When all that was learnt was, by key: another answer, other tables. Empty unless there is one of each. */
export async function findLearntAt({ query }: Pick<Database, 'query'>): Promise<string> {
  const keys: Learnt['key'][] = ['topics', 'words']
  const rows = await query
    .selectFrom('learnt')
    .select('learnt_at')
    .where('key', 'in', keys)
    .orderBy('key')
    .execute()
  return rows.length < keys.length ? '' : rows.map(({ learnt_at }) => learnt_at).join(' ')
}

/** Takes the place of what was learnt before. */
export const putLearnt = (
  { query }: Pick<Database, 'query'>,
  { key, body, texts, learntAt }: Learnt,
): Statement => {
  const row = { body, texts, learnt_at: learntAt }
  return query
    .insertInto('learnt')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
}
