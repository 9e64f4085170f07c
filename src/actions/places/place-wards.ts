import type { Database } from '../../db/database.ts'
import { listWards } from '../../db/wards.ts'
import { type AreaCode, findArea, gssCode } from '../../domain/area.ts'
import { placedWard } from '../../domain/ward.ts'

/** Gives wards the council and name that the imported files tell of them; leaves everything else as it is. */
export type PlaceWards = (areas: readonly AreaCode[]) => readonly AreaCode[]

const isWard = (code: AreaCode): boolean => findArea(code)?.kind === 'ward'

/** Looks up every ward among the areas, in one question; in none where there is no ward. */
export async function wardPlacer(
  db: Pick<Database, 'query'>,
  areas: readonly AreaCode[],
): Promise<PlaceWards> {
  const wards = areas.filter(isWard)
  if (wards.length === 0) return (same) => same
  const known = await listWards(db, [...new Set(wards.map(gssCode))])
  return (those) =>
    those.map((code) => {
      const ward = isWard(code) ? known.get(gssCode(code)) : undefined
      return ward === undefined ? code : (placedWard(ward) as AreaCode)
    })
}
