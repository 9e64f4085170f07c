import type { Database } from '../../db/database.ts'
import { listPostcodes } from '../../db/postcodes.ts'
import { listWards } from '../../db/wards.ts'
import type { AreaCode } from '../../domain/area.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { areaOfPostcode } from './locate-postcode.ts'
import { wardPlacer } from './place-wards.ts'

type Placed = Pick<Organisation, 'areas' | 'beneficiaryAreas' | 'postcode' | 'basedIn'>

/**
 * Says of organisations where their wards lie and where their postcodes are, as far as imported files
 * tell. All are looked up at once.
 */
export async function organisationPlacer(
  db: Pick<Database, 'query'>,
  organisations: readonly Placed[],
): Promise<<T extends Placed>(organisation: T) => T> {
  const place = await wardPlacer(
    db,
    organisations.flatMap(({ areas, beneficiaryAreas }) => [...areas, ...beneficiaryAreas]),
  )
  const basedIn = await baseOf(db, organisations)
  return (organisation) => ({
    ...organisation,
    areas: place(organisation.areas),
    beneficiaryAreas: place(organisation.beneficiaryAreas),
    basedIn: organisation.postcode === null ? null : basedIn(organisation.postcode),
  })
}

async function baseOf(db: Pick<Database, 'query'>, organisations: readonly Placed[]) {
  const asked = organisations.flatMap(({ postcode }) => (postcode === null ? [] : [postcode]))
  if (asked.length === 0) return () => null
  const postcodes = await listPostcodes(db, asked)
  const wards = await listWards(
    db,
    [...postcodes.values()].flatMap(({ ward }) => (ward === null ? [] : [ward])),
  )
  return (text: string): AreaCode | null => {
    const postcode = postcodes.get(text)
    return (postcode && areaOfPostcode(postcode, wards.get(postcode.ward ?? '')?.name)?.code) ?? null
  }
}
