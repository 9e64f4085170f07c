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

/** Areas that the work must be in. */
export function readPlaces(clause: Clause): readonly Read[] {
  if (isNegated(clause.text.replace(/\bno matter\b|, except.*$/g, '')) || FOR_PEOPLE.test(clause.text))
    return []
  if (!OF_A_FUND.test(`${clause.text} ${clause.lead}`) || OF_A_BUYER.test(clause.text)) return []
  const sure = !isHedged(clause) && !/\bexamples?|\bwe have|\bover the last/.test(clause.text)
  return [...new Set(placesIn(clause.quote))].map((value) => ({ field: 'areas', value, sure }))
}

function placesIn(quote: string): readonly AreaCode[] {
  const found: AreaCode[] = []
  let from = 0
  for (const { index } of quote.matchAll(CAPITALS)) {
    if (index < from) continue
    const isNext = found.length > 0 && /^(?:,| and| or|, and) $/.test(quote.slice(from, index))
    if (!isNext && !WHERE.test(beforeOf(quote, index))) continue
    const place = longestName(quote, index)
    if (place === null) continue
    found.push(place.code)
    from = index + place.length
  }
  return found
}

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
