import { type AreaCode, UNITED_KINGDOM } from '../domain/area.ts'
import { placeCoded, withoutInner } from '../domain/areas/places.ts'
import { findAreaNamed } from '../domain/areas/read-area.ts'
import { type Fact, inferred, stated, UNKNOWN } from '../domain/fact.ts'
import type { Tender } from './ocds-schema.ts'

/** Regions and countries: the names of smaller areas do not occur in the field, so one would be an accident. */
const LARGE = ['region', 'country', 'countries']

interface Place {
  readonly codes: readonly AreaCode[]
  /** The code of the smaller area whose region was read instead; null when the very areas are meant. */
  readonly quote: string | null
}

/**
 * Where the work is. Names of regions and countries of the UK, and the areas of statistical codes, as
 * stated; where only the region of such a code is known, that is inferred. A postcode says nothing,
 * since it may be the buyer's office; other countries are left out.
 */
export function readAreas({ items }: Tender): Fact<readonly AreaCode[]> {
  const addresses = items.flatMap(({ deliveryAddresses }) => deliveryAddresses)
  const places = addresses.map(placeOf).filter((place) => place !== null)
  // A part that cannot be read may be anywhere, so the parts that can say nothing of who is left out.
  if (places.length === 0 || addresses.some(isUnread)) return UNKNOWN
  const codes = withoutInner(places.flatMap((place) => place.codes))
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
    return isWholeCountry ? { codes: [UNITED_KINGDOM], quote: null } : null
  }
  const coded = placeCoded(region)
  if (coded) return { codes: coded.codes, quote: coded.exact ? null : region }
  const area = findAreaNamed(region)
  return area && LARGE.includes(area.kind) ? { codes: [area.code], quote: null } : null
}
