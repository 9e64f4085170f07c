import type { Database } from '../../db/database.ts'
import { listLookups } from '../../db/funder-awards.ts'
import { listLocalAwards } from '../../db/local-awards.ts'
import { AREAS, type AreaCode, contains, councilsOf } from '../../domain/area.ts'
import type { Award } from '../../domain/award.ts'
import { type Funder, funderIdOf } from '../../domain/funder.ts'
import { findFunderIds } from './found-ids.ts'

/**
 * What funders have paid for in these areas or in a part of them, and in the council of a ward; of each the newest.
 *
 * @param most - awards of each funder, at least 1
 * @returns by our own id of the funder; one that is not known to have paid for anything there is left out
 */
export async function findLocalAwards(
  db: Pick<Database, 'query'>,
  funders: readonly Funder[],
  areas: readonly AreaCode[],
  most: number,
): Promise<ReadonlyMap<string, readonly Award[]>> {
  const each = [...new Map(funders.map((funder) => [funderIdOf(funder), funder])).values()]
  if (each.length === 0 || areas.length === 0) return new Map()
  const ids = await findFunderIds(db, each)
  const asked = each.map((funder) => ({ ...funder, orgId: ids.get(funder.name) ?? funder.orgId }))
  const lookups = await listLookups(db, asked)
  const found = await listLocalAwards(db, lookups, withParts(areas), most)
  return new Map(
    each.flatMap((funder, at) => {
      const awards = found[at] ?? []
      return awards.length === 0 ? [] : [[funderIdOf(funder), awards] as const]
    }),
  )
}

/** Awards are kept by council: for a ward that is asked. */
function withParts(areas: readonly AreaCode[]): readonly AreaCode[] {
  const asked = councilsOf(areas)
  return AREAS.map(({ code }) => code).filter((code) => asked.some((area) => contains(area, code)))
}
