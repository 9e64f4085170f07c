import { type AreaCode, contains, UNITED_KINGDOM } from '../domain/area.ts'
import { findAreaNamed } from '../domain/areas/read-area.ts'
import { type Fact, inferred, stated, UNKNOWN } from '../domain/fact.ts'
import type { Tender } from './ocds-schema.ts'

/** The regions by the letter that follows `UK` (NUTS) or `TL` (ITL) in their codes. */
const BY_LETTER: Readonly<Record<string, string>> = {
  C: 'E12000001',
  D: 'E12000002',
  E: 'E12000003',
  F: 'E12000004',
  G: 'E12000005',
  H: 'E12000006',
  I: 'E12000007',
  J: 'E12000008',
  K: 'E12000009',
  L: 'W92000004',
  M: 'S92000003',
  N: 'N92000002',
}
const STATISTICAL_CODE = /^(?:UK|TL)([C-N])([0-9A-Z]{0,2})$/i
/** Regions and countries: the names of smaller areas do not occur in the field, so one would be an accident. */
const LARGE = ['region', 'country', 'countries']

interface Place {
  readonly code: AreaCode
  /** The code of the smaller area that it was read from; null when the whole area is meant. */
  readonly quote: string | null
}

/**
 * Where the work is. Regions and countries of the UK as stated; the region of a smaller area's code is
 * inferred. A postcode says nothing, since it may be the buyer's office; other countries are left out.
 */
export function readAreas({ items }: Tender): Fact<readonly AreaCode[]> {
  const addresses = items.flatMap(({ deliveryAddresses }) => deliveryAddresses)
  const places = addresses.map(placeOf).filter((place) => place !== null)
  // A part that cannot be read may be anywhere, so the parts that can say nothing of who is left out.
  if (places.length === 0 || addresses.some(isUnread)) return UNKNOWN
  const codes = withoutInner([...new Set(places.map(({ code }) => code))])
  const quotes = [...new Set(places.map(({ quote }) => quote).filter((quote) => quote !== null))]
  return quotes.length === 0 ? stated(codes) : inferred(codes, quotes.join(', '))
}

type Address = Tender['items'][number]['deliveryAddresses'][number]

/** An address in this country of which only a postcode is known. */
const isUnread = (address: Address): boolean =>
  address.region === null && address.postalCode !== null && placeOf(address) === null

function placeOf({ region, countryName, postalCode }: Address): Place | null {
  if (region === null) {
    const isWholeCountry =
      postalCode === null && countryName !== null && /^(?:united kingdom|uk)$/i.test(countryName)
    return isWholeCountry ? { code: UNITED_KINGDOM, quote: null } : null
  }
  if (/^(?:UK|TL)$/i.test(region)) return { code: UNITED_KINGDOM, quote: null }
  const [, letter = '', rest = ''] = STATISTICAL_CODE.exec(region) ?? []
  const area = findAreaNamed(BY_LETTER[letter.toUpperCase()] ?? region)
  if (!area || !LARGE.includes(area.kind)) return null
  return { code: area.code, quote: rest === '' ? null : region }
}

/** Leaves out areas that lie in another one of the list: nine regions and England are England. */
const withoutInner = (codes: readonly AreaCode[]): readonly AreaCode[] =>
  codes.filter((inner) => !codes.some((outer) => outer !== inner && contains(outer, inner)))
