import type { Database } from '../../db/database.ts'
import { type AreaCode, councilsOf } from '../../domain/area.ts'
import { wardPlacer } from '../places/place-wards.ts'
import type { NewAward } from './award-list.ts'

/**
 * Puts awards in wards into the councils of these, as the imported files tell them; a ward that no file
 * knows is left out. Awards are told of by council, since few lie in any one ward.
 */
export async function inCouncils(
  db: Pick<Database, 'query'>,
  awards: readonly NewAward[],
): Promise<readonly NewAward[]> {
  const everywhere = awards.flatMap(({ areas, recipientAreas }) => [...areas, ...recipientAreas])
  const placed = await wardPlacer(db, everywhere)
  const councils = (areas: readonly AreaCode[]) => councilsOf(placed(areas))
  return awards.map((award) => ({
    ...award,
    areas: councils(award.areas),
    recipientAreas: councils(award.recipientAreas),
  }))
}
