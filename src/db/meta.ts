import type { Database, Statement } from './database.ts'

/** What the database is for; undefined before anything was put in. */
export async function findPurpose({
  query,
}: Pick<Database, 'query'>): Promise<'sample' | 'live' | undefined> {
  const row = await query.selectFrom('meta').select('value').where('key', '=', 'purpose').executeTakeFirst()
  if (row === undefined) return undefined
  return row.value === 'sample' ? 'sample' : 'live'
}

/** Says what the database is for, once and for all. */
export const addPurpose = ({ query }: Pick<Database, 'query'>, purpose: 'sample' | 'live'): Statement =>
  query
    .insertInto('meta')
    .values({ key: 'purpose', value: purpose })
    .onConflict((conflict) => conflict.doNothing())
