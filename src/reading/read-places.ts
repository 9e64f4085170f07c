import type { AreaCode } from '../domain/area.ts'
import { areasNamed } from '../domain/areas/forms.ts'
import type { Clause } from './clauses.ts'
import type { Read } from './finding.ts'
import { isHedged, isNegated } from './hedges.ts'

/** Words after which a place says where the work or the applicant must be. */
const WHERE =
  /\b(?:based|work(?:ing|s)?|operat(?:e|es|ing)|located|liv(?:e|ing)|reside(?:s|nt|nts)?|take place|deliver(?:ed|ing|y)?(?: \w+){0,3}|available|apply|organisations?|groups?|charities|projects?|communities|(?:in|within|across) the boroughs?|connections|wherever you are)(?: and \w+)? (?:across|in|within|throughout|of)(?: the)?(?: (?:whole|rest) of(?: the)?)?(?: (?:boroughs?|county|city|district|area|communities) of)? $/i
/** Words after a name that make it the name of somebody. */
const SOMEBODY =
  /^ (?:(?:County|City|Borough|District|Town|Parish|Metropolitan|Unitary|Community) ){0,2}(?:Council|Foundation|Trust|Fund|NHS|ICB|University|College|Commission|Limited|Ltd|Street|Road|House|Partnership)\b/
const FOR_PEOPLE =
  /\b(?:registered in|registered with|our office|events?|meeting|conference|launch(?:ed)?|set to benefit|ha(?:s|ve) (?:received|benefited|funded|supported)|were|awarded)\b/
const CAPITALS = /\b[A-Z][A-Za-z'’&-]*/g
const MOST_WORDS = 5

/** A sentence of what is paid for and who may apply, and not of what a buyer needs. */
const OF_A_FUND =
  /\b(?:grants?|fund(?:s|ed|ing)?|appl(?:y|ications?|icants?)|eligib\w+|open to|bidding|beneficiar\w+|must|meet needs|support(?:s|ing)? (?:groups|organisations|charities)|designed to)\b/
const OF_A_BUYER =
  /\b(?:contract|tender|supplier|procure|framework|provider|commission|appoint|council requires|notice)\w*/

/** Whoever is there is to ask somebody else. */
const REFERRAL =
  /\b(?:should|must|need to|have to|please) (?:instead )?(?:(?:apply|go|turn|write) (?:\w+ )?to|contact|visit|approach|refer to)\b(?! (?:us|this|our)\b)/
/** The same, or the call itself. */
const MAYBE_REFERRAL =
  /\b(?:can|may) (?:\w+ )?(?:apply|go|turn) (?:\w+ )?to (?:the )?[A-Z]|\b(?:separate|another|different|other|sister) (?:fund|scheme|programme|grant)s?\b/
/** Between two names of one list. */
const NEXT = /^(?:,| and| or|, and) (?:the )?$/
/** After a name: another, or what lies around. */
const GOES_ON =
  /^(?:(?:,|;| ?\/| ?&)(?: and| or)?|,? (?:and|or|plus|\()) ?(?:(?:the|in|parts of|north|south|east|west|mid|central|city of) )*(?:[A-Z]|surround|neighbour|nearby|adjoin|adjacent|beyond)/

/** Areas that the work must be in. */
export function readPlaces(clause: Clause): readonly Read[] {
  if (isNegated(clause.text.replace(/\bno matter\b|, except.*$/g, '')) || FOR_PEOPLE.test(clause.text))
    return []
  if (!OF_A_FUND.test(`${clause.text} ${clause.lead}`) || OF_A_BUYER.test(clause.text)) return []
  if (REFERRAL.test(clause.text)) return []
  const places = placesIn(clause.quote)
  const sure =
    isWhole(clause.quote, places) &&
    !isHedged(clause) &&
    !MAYBE_REFERRAL.test(clause.quote) &&
    !/\bexamples?|\bwe have|\bover the last/.test(clause.text)
  return [...new Set(places.map(({ code }) => code))].map((value) => ({ field: 'areas', value, sure }))
}

interface Place {
  readonly code: AreaCode
  readonly at: number
  readonly end: number
}

function placesIn(quote: string): readonly Place[] {
  const found: Place[] = []
  for (const { index } of quote.matchAll(CAPITALS)) {
    const from = found.at(-1)?.end
    if (from !== undefined && index < from) continue
    const isNext = from !== undefined && NEXT.test(quote.slice(from, index))
    if (!isNext && !WHERE.test(beforeOf(quote, index))) continue
    const place = longestName(quote, index)
    if (place !== null) found.push({ code: place.code, at: index, end: index + place.length })
  }
  return found
}

/** Whether every list of them was read to its end: after "Bristol, Bath and Newport" Bristol alone is wrong. */
const isWhole = (quote: string, places: readonly Place[]): boolean =>
  places.every(({ end }, i) => {
    const next = places[i + 1]
    return !GOES_ON.test(quote.slice(end)) || (next !== undefined && NEXT.test(quote.slice(end, next.at)))
  })

/** "north Norfolk" is a place of its own. */
const beforeOf = (quote: string, index: number): string =>
  quote.slice(Math.max(0, index - 90), index).replace(/(?:north|south|east|west) $/, '')

function longestName(quote: string, index: number): { code: AreaCode; length: number } | null {
  const compass = /(?:north|south|east|west) $/.exec(quote.slice(0, index))?.[0] ?? ''
  const words = quote.slice(index, index + 60).split(/(?=[ ,.;:()])/)
  for (let many = Math.min(MOST_WORDS, words.length); many > 0; many -= 1) {
    const name = words.slice(0, many).join('')
    const named = /[,.;:()]|(?:^| )[a-z]+$/.test(name) ? undefined : areasNamed(compass + name)
    if (named && 'exact' in named && !SOMEBODY.test(quote.slice(index + name.length))) {
      return { code: named.exact.code, length: name.length }
    }
  }
  return null
}
