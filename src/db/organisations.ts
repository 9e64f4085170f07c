import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import { NO_ADDRESS, type Organisation, type OrganisationId } from '../domain/organisation.ts'
import { NOTHING_TOLD } from '../domain/standing.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'
import { putOrgNames } from './org-names.ts'
import { cursorOf, keyOf, type PageOf, type PageRequest, pageOf } from './page.ts'
import type { Schema } from './schema.ts'

type Row = Selectable<Schema['organisations']>

export async function findOrganisation(
  { query }: Pick<Database, 'query'>,
  id: OrganisationId,
): Promise<Organisation | undefined> {
  const row = await query.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toOrganisation(row)
}

/** By name, without regard to capitals; ties by id. */
export async function listOrganisations(
  { query }: Pick<Database, 'query'>,
  { after, limit }: PageRequest,
): Promise<PageOf<Organisation>> {
  let page = query.selectFrom('organisations').selectAll().orderBy(sql`name COLLATE NOCASE`).orderBy('id')
  if (after !== null) {
    const [name = '', id = ''] = keyOf(after, ['string', 'string'])
    page = page.where(sql<SqlBool>`(name COLLATE NOCASE, id) > (${name}, ${id})`)
  }
  const rows = await page.limit(limit + 1).execute()
  const { total } = await query
    .selectFrom('organisations')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return pageOf(rows, { limit, total }, toOrganisation, (row) => cursorOf(row.name, row.id))
}

/** The name of every organisation. */
export const listOrganisationNames = ({
  query,
}: Pick<Database, 'query'>): Promise<{ id: string; name: string }[]> =>
  query.selectFrom('organisations').select(['id', 'name']).orderBy('id').execute()

/** Those of the ids that exist, in no order. */
export async function listOrganisationsById(
  { query }: Pick<Database, 'query'>,
  ids: readonly string[],
): Promise<Organisation[]> {
  const rows = await query
    .selectFrom('organisations')
    .selectAll()
    .where(sql<SqlBool>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
  return rows.map(toOrganisation)
}

/** Those of the references that exist, by reference. */
export async function listOrganisationsByReference(
  { query }: Database,
  references: readonly string[],
): Promise<ReadonlyMap<string, Organisation>> {
  const rows = await query
    .selectFrom('organisations')
    .selectAll()
    .where(sql<SqlBool>`reference IN (SELECT value FROM json_each(${JSON.stringify(references)}))`)
    .execute()
  return new Map(rows.map((row) => [row.reference, toOrganisation(row)]))
}

/** Organisations by id, from that id on, exclusive; empty after the last. @param limit - at least 1 */
export async function listOrganisationsAfter(
  { query }: Pick<Database, 'query'>,
  after: string,
  limit: number,
): Promise<Organisation[]> {
  const page = query.selectFrom('organisations').selectAll().where('id', '>', after)
  const rows = await page.orderBy('id').limit(limit).execute()
  return rows.map(toOrganisation)
}

/** Stores organisations, each new or in the place of the one with its id, and which ids bodies of their names have. */
export const putOrganisations = (
  db: Pick<Database, 'query'>,
  at: Instant,
  organisations: readonly Organisation[],
): Statement[] => [
  ...putOrgNames(db, organisations),
  ...insertMany(
    db,
    'organisations',
    organisations.map(({ id, reference, name, email, ...profile }) => ({
      id,
      reference,
      name,
      email,
      profile: JSON.stringify(profile),
      created_at: at,
      changed_at: at,
      digest_on: null,
      matched_at: null,
      // Its list must be made afresh, and until then its floor means nothing.
      match_run: 0,
      match_floor_units: null,
      match_floor_id: null,
    })),
    {
      key: ['id'],
      update: ['reference', 'name', 'email', 'profile', 'changed_at', 'matched_at', 'match_run'],
    },
  ),
]

/** The stored profile was checked by its schema before it was written; what it is too old to have is not told. */
export function toOrganisation({ id, reference, name, email, profile }: Row): Organisation {
  return {
    ...NO_ADDRESS,
    ...NOTHING_TOLD,
    ...JSON.parse(profile),
    id: id as OrganisationId,
    reference,
    name,
    email,
  }
}
