import { type SqlBool, sql } from 'kysely'
import { foldedFunderName, registerId } from '../domain/funder.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'

/** A body as a list or a call states it. */
export interface NamedBody {
  readonly name: string
  /** Of all kinds; the first that is in a register counts. */
  readonly orgIds: readonly (string | null)[]
}

/** Notes which ids bodies of these names have; those without an id in a register are left out. */
export function putOrgNames(db: Pick<Database, 'query'>, bodies: readonly NamedBody[]): Statement[] {
  const rows = new Map<string, { name: string; org_id: string }>()
  for (const { name, orgIds } of bodies) {
    const org_id = orgIds.map((orgId) => registerId({ orgId })).find((id) => id !== null)
    const folded = foldedFunderName(name)
    if (org_id !== undefined && folded !== '') rows.set(`${folded} ${org_id}`, { name: folded, org_id })
  }
  return insertMany(db, 'org_names', [...rows.values()], { key: ['name', 'org_id'] })
}

/** The ids of bodies with each of these names, which are folded; a name that nobody has is left out. */
export async function listOrgIdsByName(
  { query }: Pick<Database, 'query'>,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await query
    .selectFrom('org_names')
    .selectAll()
    .where(sql<SqlBool>`name IN (SELECT value FROM json_each(${JSON.stringify(names)}))`)
    .orderBy('name')
    .orderBy('org_id')
    .execute()
  const byName = Map.groupBy(rows, ({ name }) => name)
  return new Map([...byName].map(([name, those]) => [name, those.map(({ org_id }) => org_id)]))
}
