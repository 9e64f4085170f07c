import phrases from '../../../data/reference/place-phrases.json' with { type: 'json' }
import statistical from '../../../data/reference/statistical-areas.json' with { type: 'json' }
import { type AreaCode, areaCode, contains, UNITED_KINGDOM } from '../area.ts'
import { findAreaNamed } from './read-area.ts'

type Table = ReadonlyMap<string, readonly AreaCode[]>

const tableOf = (entries: Readonly<Record<string, readonly string[]>>): Table =>
  new Map(Object.entries(entries).map(([name, codes]) => [name, codes.map(areaCode)]))

const NUTS = tableOf(statistical.nuts)
const ITL = tableOf(statistical.itl)
const PHRASES = tableOf(phrases.phrases)

const STATISTICAL_CODE = /^(UK|TL)([C-N][0-9A-Z]{0,2})?$/

/** What a statistical code stands for. */
export interface CodedPlace {
  readonly codes: readonly AreaCode[]
  /** False where only the region or country around it is known. */
  readonly exact: boolean
}

/**
 * The areas of a NUTS code (`UKK12`) or an ITL code (`TLK52`) of level 1 to 3, or of the whole UK.
 *
 * @returns null when it is no such code of the UK
 */
export function placeCoded(text: string): CodedPlace | null {
  const [, system, code] = STATISTICAL_CODE.exec(text.trim().toUpperCase()) ?? []
  if (system === undefined) return null
  if (code === undefined) return { codes: [UNITED_KINGDOM], exact: true }
  // Before 2025 the two had the same codes; since then a few of Scotland's NUTS codes mean other areas in ITL.
  const codes = system === 'UK' ? NUTS.get(code) : (ITL.get(code) ?? NUTS.get(code))
  return codes ? { codes, exact: true } : { codes: NUTS.get(code.slice(0, 1)) ?? [], exact: false }
}

/**
 * The areas that a funder's phrase names: official names, former counties, "the South West of England",
 * "Bristol and South Gloucestershire", "BS postcodes".
 *
 * @returns each area once, without those that lie in another of them; empty when any part of the phrase
 *   is not known, since that part may be anywhere
 */
export function placesNamed(phrase: string): readonly AreaCode[] {
  return withoutInner(listed(phrase.split(SEPARATOR)) ?? [])
}

/** Every second part of what it splits is what stands between two names, or in the middle of one. */
const SEPARATOR = /(\s*(?:[,;/&]|\band\b)\s*)/i

/** Reads the longest name first, since "Bath and North East Somerset" is one. Null when a part is left over. */
function listed(parts: readonly string[]): readonly AreaCode[] | null {
  if (parts.length === 0) return []
  for (let end = parts.length; end > 0; end -= 2) {
    const name = parts.slice(0, end).join('')
    // ", and" has nothing between its two signs.
    const first = name.trim() === '' ? [] : placeNamed(name)
    const rest = first.length > 0 || name === '' ? listed(parts.slice(end + 1)) : null
    if (rest) return [...first, ...rest]
  }
  return null
}

/** Each area once, without those that lie in another of them, so that England and its regions are England. */
export function withoutInner(codes: readonly AreaCode[]): readonly AreaCode[] {
  const distinct = [...new Set(codes)]
  return distinct.filter((inner) => !distinct.some((outer) => outer !== inner && contains(outer, inner)))
}

/** Words around a name that do not change what it names. */
const AROUND = [
  [/^(?:in|within|across|throughout|only|all of|the whole of|whole of)\s+/, ''],
  [/\s+only$/, ''],
  [/^(?:the )?(?:city|county|district|borough|unitary authority|region) of\s+/, ''],
  [/^the (?=\S)/, ''],
  [/\s+(?:area|region|district|local authority|council area|unitary authority)$/, ''],
  [/^((?:north|south) (?:east|west)|(?:east|west) midlands)(?: of)? england$/, '$1'],
] as const

function placeNamed(phrase: string): readonly AreaCode[] {
  let name = phrase
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .replace(/[.:]$/, '')
    .trim()
  const tries = [name]
  for (const [pattern, instead] of AROUND) {
    name = name.replace(pattern, instead).trim()
    tries.push(name)
  }
  for (const attempt of tries) {
    const known = PHRASES.get(attempt) ?? officialArea(attempt)
    if (known) return known
  }
  return []
}

function officialArea(name: string): readonly AreaCode[] | undefined {
  const area = findAreaNamed(name)
  return area && [area.code]
}
