import { type AreaCode, UNITED_KINGDOM } from '../area.ts'
import { readOutward } from '../postcode.ts'
import { placesNamed } from './places.ts'
import { wardMentioned } from './read-ward.ts'

/** How vague places stand beside each other in the quote of a fact. */
const BETWEEN = '; '

/**
 * The areas around a place that only imported files can tell: a ward by its name and council, "Filton ward,
 * South Glos"; or the first half of a postcode, "BS34".
 *
 * @returns null for what is no such place
 */
export function aroundVague(text: string): readonly AreaCode[] | null {
  const outward = readOutward(text)
  if (outward !== null) {
    const codes = placesNamed(`${outward.replace(/\d.*/, '')} postcodes`)
    return codes.length > 0 ? codes : [UNITED_KINGDOM]
  }
  const mention = wardMentioned(text)
  return mention?.isSure && mention.area !== null ? [mention.area.code] : null
}

export const quoteOfVague = (places: readonly string[]): string => places.join(BETWEEN)

/** The vague places of a quote; none when it quotes anything else. */
export function vagueIn(quote: string): readonly string[] {
  const places = quote.split(BETWEEN)
  return places.every((place) => aroundVague(place) !== null) ? places : []
}
