import { oneLine } from '../../base/text.ts'
import { findArea } from '../../domain/area.ts'
import { isWardCode, type Ward } from '../../domain/ward.ts'
import type { PlaceCells } from './headings.ts'

/** A neighbourhood of the census, and the council in which it lies. */
export type Neighbourhood = Ward

export type WardReading =
  | { readonly outcome: 'ward'; readonly ward: Ward | null; readonly neighbourhood: Neighbourhood | null }
  | { readonly outcome: 'bad'; readonly fault: string }

const LONGEST_NAME = 120

/** One row of a list of wards, or of neighbourhoods, or of both; each with its council. */
export function parseWardRow(cells: PlaceCells): WardReading {
  const { authority = '', ward = '', wardName = '', neighbourhood = '', neighbourhoodName = '' } = cells
  if (findArea(authority)?.kind !== 'local_authority') {
    return bad(`"${authority}" is not the code of a council that we know`)
  }
  if (ward !== '' && !isWardCode(ward)) return bad(`"${ward}" is not the code of a ward`)
  const named = namedIn(authority)
  const found = { ward: named(ward, wardName), neighbourhood: named(neighbourhood, neighbourhoodName) }
  if (found.ward === null && found.neighbourhood === null) return bad('has no name')
  return { outcome: 'ward', ...found }
}

const bad = (fault: string): WardReading => ({ outcome: 'bad', fault })

/** Null where code or name is missing. */
const namedIn =
  (authority: string) =>
  (code: string, written: string): Ward | null => {
    const name = oneLine(written)
      .replace(/ ward$/i, '')
      .slice(0, LONGEST_NAME)
    return code === '' || name === '' ? null : { code, name, authority }
  }
