import type { Instant } from '../base/date.ts'
import type { Database, Statement } from './database.ts'
import type { Schema } from './schema.ts'

/** A file of places that was imported. */
export interface PlaceFile {
  readonly kind: Schema['place_files']['kind']
  /** `May 2026`. */
  readonly edition: string
  /** Of the file. */
  readonly name: string
  /** SPDX id. */
  readonly licence: string
}

/** Notes the file; the same edition again takes the place of what stood there. */
export const putPlaceFile = ({ query }: Pick<Database, 'query'>, at: Instant, file: PlaceFile): Statement =>
  query
    .insertInto('place_files')
    .values({ ...file, imported_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'edition'])
        .doUpdateSet({ name: file.name, licence: file.licence, imported_at: at }),
    )

/** Those of which something was imported, by kind and edition. */
export const listPlaceFiles = ({ query }: Pick<Database, 'query'>): Promise<PlaceFile[]> =>
  query
    .selectFrom('place_files')
    .select(['kind', 'edition', 'name', 'licence'])
    .orderBy('kind')
    .orderBy('edition')
    .execute()

/** Changes whenever places are imported: what is placed by them is then placed anew. Empty before the first import. */
export async function editionOfPlaces({ query }: Pick<Database, 'query'>): Promise<string> {
  const row = await query
    .selectFrom('place_files')
    .select(({ fn }) => fn.max('imported_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? ''
}
