import type { Database } from '../../db/database.ts'
import { listOrgIdsByName } from '../../db/org-names.ts'
import { type Funder, foldedFunderName, registerId } from '../../domain/funder.ts'
import { surelySameNames } from '../../matching/funders/known-names.ts'

type Db = Pick<Database, 'query'>

/**
 * The ids of funders whose calls state none, found by their names among all that lists and calls state.
 * A name, with the names that the same funder is known to have or have had, must lead to one id alone.
 *
 * @returns by name; a funder that states its id, and one whose name leads to none or several, is left out
 */
export async function findFunderIds(
  db: Db,
  funders: readonly Funder[],
): Promise<ReadonlyMap<string, string>> {
  const names = funders.filter((funder) => registerId(funder) === null).map(({ name }) => name)
  const keys = new Map(names.map((name) => [name, surelySameNames(name).map(foldedFunderName)]))
  if (keys.size === 0) return new Map()
  const known = await listOrgIdsByName(db, [...new Set([...keys.values()].flat())])
  return new Map(
    [...keys].flatMap(([name, own]) => {
      const [id, another] = new Set(own.flatMap((key) => known.get(key) ?? []))
      return id === undefined || another !== undefined ? [] : [[name, id] as const]
    }),
  )
}

/** The id of one funder in a register, and whether its source states it or its name led to it; null without either. */
export interface FunderRegisterId {
  readonly orgId: string
  readonly from: 'source' | 'name'
}

export async function funderRegisterId(db: Db, funder: Funder): Promise<FunderRegisterId | null> {
  const stated = registerId(funder)
  if (stated !== null) return { orgId: stated, from: 'source' }
  const found = (await findFunderIds(db, [funder])).get(funder.name)
  return found === undefined ? null : { orgId: found, from: 'name' }
}
