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

/** The key with which this installation hides ids in what it exports; undefined before the first export. */
export async function findLabelKey({ query }: Pick<Database, 'query'>): Promise<string | undefined> {
  const row = await query.selectFrom('meta').select('value').where('key', '=', 'label_key').executeTakeFirst()
  return row?.value
}

/** Keeps that key; one that is there already stays. */
export const addLabelKey = ({ query }: Pick<Database, 'query'>, key: string): Statement =>
  query
    .insertInto('meta')
    .values({ key: 'label_key', value: key })
    .onConflict((conflict) => conflict.doNothing())
