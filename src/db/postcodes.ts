import { type Selectable, type SqlBool, sql } from 'kysely'
import type { AreaCode } from '../domain/area.ts'
import type { Postcode } from '../domain/postcode.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'
import type { PostcodeTable } from './schema.ts'

type Query = Pick<Database, 'query'>

/** Those that are known, by postcode. @param postcodes - in capitals, without a space */
export async function listPostcodes(
  { query }: Query,
  postcodes: readonly string[],
): Promise<ReadonlyMap<string, Postcode>> {
  const rows = await query
    .selectFrom('postcodes')
    .selectAll()
    .where(sql<SqlBool>`postcode IN (SELECT value FROM json_each(${JSON.stringify(postcodes)}))`)
    .execute()
  return new Map(rows.map((row) => [row.postcode, toPostcode(row)]))
}

/** Whether any postcode was imported. */
export async function hasPostcodes({ query }: Query): Promise<boolean> {
  return (await query.selectFrom('postcodes').select('postcode').limit(1).executeTakeFirst()) !== undefined
}

/** A ward in a council; null for the part of it of which no ward is known. */
export interface Touched {
  readonly authority: AreaCode
  /** GSS code. */
  readonly ward: string | null
}

/** The wards that the postcodes in use with that first half lie in, by code. @param outward - in capitals: `BS34` */
export const listTouched = ({ query }: Query, outward: string): Promise<Touched[]> =>
  query
    .selectFrom('postcodes')
    .select(['authority', 'ward'])
    .distinct()
    .where('postcode', '>=', outward)
    .where('postcode', '<', `${outward}~`)
    // "BS3 4AB" lies in the same stretch as those of BS34, and is one sign shorter.
    .where(sql<SqlBool>`length(postcode) = ${outward.length + 3}`)
    .where('ended_in', 'is', null)
    .orderBy('authority')
    .orderBy('ward')
    .execute() as Promise<Touched[]>

/** Stores postcodes, each new or in the place of what was known of it. */
export const putPostcodes = (db: Query, postcodes: readonly Postcode[]): Statement[] =>
  insertMany(
    db,
    'postcodes',
    postcodes.map(({ endedIn, ...rest }) => ({ ...rest, ended_in: endedIn })),
    { key: ['postcode'], update: ['authority', 'ward', 'neighbourhood', 'ended_in', 'edition'] },
  )

const toPostcode = ({ ended_in, authority, ...rest }: Selectable<PostcodeTable>): Postcode => ({
  ...rest,
  authority: authority as AreaCode,
  endedIn: ended_in,
})
