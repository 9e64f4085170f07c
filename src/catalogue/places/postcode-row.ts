import { type AreaCode, findArea } from '../../domain/area.ts'
import { type Postcode, readPostcode } from '../../domain/postcode.ts'
import { isWardCode } from '../../domain/ward.ts'
import type { PlaceCells } from './headings.ts'

export type PostcodeReading =
  | { readonly outcome: 'postcode'; readonly postcode: Omit<Postcode, 'edition'> }
  /** In a council that is not wanted. */
  | { readonly outcome: 'elsewhere' }
  /** In no council of the UK: the islands, and old postcodes that nobody has put on the map. */
  | { readonly outcome: 'nowhere' }
  | { readonly outcome: 'bad'; readonly fault: string }

/** The Channel Islands, the Isle of Man, and the codes that stand for nothing. */
const NO_COUNCIL = /^(?:|L99999999|M99999999|[A-Z]99999999)$/
const NEIGHBOURHOOD = /^(?:E01|W01|S01|N20|95)[A-Z0-9]{4,6}$/

/**
 * One row of the postcode directory.
 *
 * @param wants - whether a council that is known is wanted
 */
export function parsePostcodeRow(
  { postcode: written = '', authority = '', ward = '', neighbourhood = '', ended = '' }: PlaceCells,
  wants: (authority: AreaCode) => boolean,
): PostcodeReading {
  const council = findArea(authority)
  if (council?.kind !== 'local_authority') {
    return NO_COUNCIL.test(authority)
      ? { outcome: 'nowhere' }
      : bad(`"${authority}" is not the code of a council that we know`)
  }
  if (!wants(council.code)) return { outcome: 'elsewhere' }
  const postcode = readPostcode(written)
  if (postcode === null) return bad(`"${written}" is not a postcode`)
  const endedIn = ended === '' ? null : monthOf(ended)
  if (endedIn === undefined) return bad(`"${ended}" is not a month like 201503`)
  return {
    outcome: 'postcode',
    postcode: {
      postcode,
      authority: council.code,
      ward: isWardCode(ward) && !ward.endsWith('999999') ? ward : null,
      neighbourhood: NEIGHBOURHOOD.test(neighbourhood) ? neighbourhood : null,
      endedIn,
    },
  }
}

const bad = (fault: string): PostcodeReading => ({ outcome: 'bad', fault })

/** @example monthOf('201503') // '2015-03'; "2015-03-01T00:00:00" too */
function monthOf(text: string): string | undefined {
  const [, year, month] = /^((?:19|20)\d\d)-?(0[1-9]|1[0-2])(?:-?\d\d(?:T.*)?)?$/.exec(text) ?? []
  return year === undefined ? undefined : `${year}-${month}`
}
