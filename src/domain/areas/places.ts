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
  if (phrase.length > LONGEST) return []
  return withoutInner(listed(phrase.split(SEPARATOR)) ?? [])
}

/** What is longer is no list of places but prose. */
const LONGEST = 2_000
/** Names that one name is joined of, with what stands between them: "Bournemouth, Christchurch and Poole". */
const LONGEST_NAME = 7

/** Every second part of what it splits is what stands between two names, or in the middle of one. */
const SEPARATOR = /(\s*(?:[,;/&]|\band\b)\s*)/i

/** Reads the longest name first, since "Bath and North East Somerset" is one. Null when a part is left over. */
function listed(parts: readonly string[]): readonly AreaCode[] | null {
  /** What each place in the list leads to, from the last on, so that none is read twice. */
  const from: (readonly AreaCode[] | null)[] = []
  from[parts.length + 1] = []
  for (let start = parts.length - 1; start >= 0; start -= 2) from[start] = readFrom(parts, start, from)
  return from[0] ?? null
}

function readFrom(
  parts: readonly string[],
  start: number,
  from: readonly (readonly AreaCode[] | null | undefined)[],
): readonly AreaCode[] | null {
  for (let end = Math.min(parts.length, start + LONGEST_NAME); end > start; end -= 2) {
    const rest = from[end + 1]
    if (!rest) continue
    const name = parts.slice(start, end).join('')
    // ", and" has nothing between its two signs.
    const first = name.trim() === '' ? [] : placeNamed(name)
    if (first.length > 0 || name === '') return [...first, ...rest]
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
