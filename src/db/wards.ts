import { type SqlBool, sql } from 'kysely'
import { wordsOfName } from '../base/names/fold.ts'
import type { Ward } from '../domain/ward.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'

type Query = Pick<Database, 'query'>

/** A ward or neighbourhood with the edition of the file that names it. */
export interface StoredWard extends Ward {
  readonly edition: string
}

/** A name of a ward as it is looked up. */
export const foldedWardName = (name: string): string => wordsOfName(name).join(' ')

/** Those of the codes that are known, by code. */
export async function listWards(
  { query }: Query,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredWard>> {
  const rows = await query
    .selectFrom('wards')
    .select(['code', 'name', 'authority', 'edition'])
    .where(sql<SqlBool>`code IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`)
    .execute()
  return new Map(rows.map((row) => [row.code, row]))
}

/** All wards with any of the names, by name and code. */
export const listWardsNamed = ({ query }: Query, names: readonly string[]): Promise<StoredWard[]> =>
  wards(query)
    .where(
      sql<SqlBool>`folded IN (SELECT value FROM json_each(${JSON.stringify(names.map(foldedWardName))}))`,
    )
    .execute()

/** Wards whose name begins so, by name and code; none for a name without letters. @param limit - at least 1 */
export async function listWardsBeginning(
  { query }: Query,
  name: string,
  limit: number,
): Promise<StoredWard[]> {
  const folded = foldedWardName(name)
  if (folded === '') return []
  return wards(query)
    .where('folded', '>=', folded)
    .where('folded', '<', `${folded}\u{10ffff}`)
    .limit(limit)
    .execute()
}

const wards = (query: Database['query']) =>
  query.selectFrom('wards').select(['code', 'name', 'authority', 'edition']).orderBy('folded').orderBy('code')

/** Whether any ward was imported. */
export async function hasWards({ query }: Query): Promise<boolean> {
  return (await query.selectFrom('wards').select('code').limit(1).executeTakeFirst()) !== undefined
}

/** Stores wards, each new or in the place of the one with its code. */
export const putWards = (db: Query, wards: readonly StoredWard[]): Statement[] =>
  insertMany(
    db,
    'wards',
    wards.map((ward) => ({ ...ward, folded: foldedWardName(ward.name) })),
    { key: ['code'], update: ['name', 'folded', 'authority', 'edition'] },
  )

/** Those of the codes that are known, by code. */
export async function listNeighbourhoods(
  { query }: Query,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredWard>> {
  const rows = await query
    .selectFrom('neighbourhoods')
    .selectAll()
    .where(sql<SqlBool>`code IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`)
    .execute()
  return new Map(rows.map((row) => [row.code, row]))
}

/** Stores neighbourhoods, each new or in the place of the one with its code. */
export const putNeighbourhoods = (db: Query, neighbourhoods: readonly StoredWard[]): Statement[] =>
  insertMany(db, 'neighbourhoods', neighbourhoods, {
    key: ['code'],
    update: ['name', 'authority', 'edition'],
  })
