import { AppError } from '../../base/errors.ts'
import type { Database } from '../../db/database.ts'
import { listPlaceFiles, type PlaceFile } from '../../db/place-files.ts'
import { hasPostcodes, listPostcodes } from '../../db/postcodes.ts'
import { listNeighbourhoods, listWards } from '../../db/wards.ts'
import { type Area, type AreaCode, findArea } from '../../domain/area.ts'
import { type Postcode, readPostcode, sayPostcode } from '../../domain/postcode.ts'
import { placedWard } from '../../domain/ward.ts'

/** Where a postcode is. */
export interface Located {
  readonly postcode: Postcode
  /** The narrowest area that is known: the ward, or the council. */
  readonly area: Area
  /** Of the census; the name is null where no file has told it. */
  readonly neighbourhood: { readonly code: string; readonly name: string | null } | null
  /** The file that says so. */
  readonly file: PlaceFile | null
}

/** The narrowest area of a postcode: its ward, with an empty name where no file of wards was imported. */
export function areaOfPostcode({ ward, authority }: Postcode, name: string | undefined): Area | undefined {
  return findArea(ward === null ? authority : placedWard({ code: ward, authority, name: name ?? '' }))
}

/**
 * Where a postcode is.
 *
 * @throws AppError `invalid` for what is no postcode; `not_found` for one that is in no imported file
 */
export async function locatePostcode(db: Pick<Database, 'query'>, text: string): Promise<Located> {
  const written = readPostcode(text)
  if (written === null)
    throw new AppError('invalid', `“${text}” is not a whole UK postcode, such as BS34 8AB`)
  const postcode = (await listPostcodes(db, [written])).get(written)
  if (postcode === undefined) throw new AppError('not_found', await whyNot(db, written))
  const { ward, neighbourhood, edition } = postcode
  const named = ward === null ? undefined : (await listWards(db, [ward])).get(ward)
  const area = areaOfPostcode(postcode, named?.name)
  if (area === undefined)
    throw new AppError('not_found', `The council of ${sayPostcode(written)} is not known`)
  const file = (await listPlaceFiles(db)).find((it) => it.kind === 'postcodes' && it.edition === edition)
  return {
    postcode,
    area,
    neighbourhood: neighbourhood === null ? null : await neighbourhoodOf(db, neighbourhood),
    file: file ?? null,
  }
}

async function neighbourhoodOf(db: Pick<Database, 'query'>, code: string) {
  return { code, name: (await listNeighbourhoods(db, [code])).get(code)?.name ?? null }
}

async function whyNot(db: Pick<Database, 'query'>, postcode: string): Promise<string> {
  return (await hasPostcodes(db))
    ? `${sayPostcode(postcode)} is not among the postcodes that were imported here: those of other areas are left out`
    : 'No postcodes have been imported yet. The operator can import the postcode directory of the Office for National Statistics'
}

/** The area of that kind, or the one around it; undefined where there is none. */
export const aroundOfKind = ({ code, within }: Area, kind: Area['kind']): AreaCode | undefined =>
  [code, ...within].find((each) => findArea(each)?.kind === kind)
