import type { Database } from '../../db/database.ts'
import { listWardsBeginning } from '../../db/wards.ts'
import { type Area, findArea } from '../../domain/area.ts'
import { findAreas } from '../../domain/areas/read-area.ts'
import { placedWard } from '../../domain/ward.ts'
import { readAnyArea } from './find-wards.ts'

export interface FoundAreas {
  /** Likeliest first. */
  readonly items: readonly Area[]
  /** The one that is meant; null where that is not sure. */
  readonly exact: Area | null
}

/** Areas for a look-up while somebody types: what the text means, areas of like names, wards that begin so. */
export async function lookUpAreas(
  db: Pick<Database, 'query'>,
  text: string,
  limit: number,
): Promise<FoundAreas> {
  const reading = await readAnyArea(db, text)
  const read = 'exact' in reading ? [reading.exact] : reading.candidates
  const wards = await listWardsBeginning(db, text, limit)
  const begun = wards.flatMap((ward) => findArea(placedWard(ward)) ?? [])
  const items = [...new Set([...read, ...findAreas(text, limit), ...begun])].slice(0, limit)
  return { items, exact: 'exact' in reading ? reading.exact : null }
}
