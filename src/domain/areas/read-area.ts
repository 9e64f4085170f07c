import { findNames } from '../../base/names/find-names.ts'
import { wordsOfName } from '../../base/names/fold.ts'
import { indexNames, type NameIndex } from '../../base/names/name-index.ts'
import { listWords } from '../../base/text.ts'
import { AREAS, type Area, areaName, areaOfCode, contains, findArea } from '../area.ts'
import { areasNamed, type NamedAreas, namesOfArea } from './forms.ts'
import { AREA_WORDING } from './wording.ts'

/** Below this a name is like another in nothing but "south". */
const LEAST_LIKENESS = 0.5
/** What another area must have of the likeness of the likest, to be as likely meant. */
const AS_LIKELY = 0.8
/** A longer list nobody reads through. */
const MOST_CANDIDATES = 6
/** "N/A" is no area. */
const SHORTEST_WORD = 3

/**
 * What somebody means who types the name of an area: one area, when it is its code or just its name in
 * whatever way of writing; else those that may be meant, likeliest first, and never a guess.
 *
 * @example readArea('S. Glos Council') // { exact: South Gloucestershire }
 * @example readArea('Newcastle') // { candidates: [Newcastle upon Tyne, Newcastle-under-Lyme] }
 */
export function readArea(text: string): NamedAreas {
  const exact = findAreaNamed(text)
  if (exact) return { exact }
  const named = areasNamed(text)
  if ('exact' in named) return named
  const several = named.candidates.length > 0 ? named.candidates : areasListed(text)
  return { candidates: several.length > 0 ? several : likeliest(text) }
}

/** The area whose code or name it is, however it is written; undefined where several may be meant, or none. */
export function findAreaNamed(text: string): Area | undefined {
  const known = areaOfCode(text.trim().toUpperCase())
  if (known) return known
  const named = areasNamed(text)
  return 'exact' in named ? named.exact : areaInAnother(text)
}

/**
 * Areas for a look-up while somebody types: what `readArea` reads, then those with like names.
 *
 * @param limit - at least 1
 */
export function findAreas(text: string, limit: number): readonly Area[] {
  const reading = readArea(text)
  const read = 'exact' in reading ? [reading.exact] : reading.candidates
  return [...new Set([...read, ...alike(text, limit + read.length).map(({ area }) => area)])].slice(0, limit)
}

/** A name that tells the area from others of nearly the same name: it reads as just this area, or as its successor. */
export function fullAreaName({ code, kind }: Area): string {
  const name = areaName(code)
  const ways = [name, `${name} ${kind === 'combined_authority' ? 'Combined Authority' : 'Council'}`]
  return ways.find((way) => findAreaNamed(way)?.code === code) ?? name
}

/**
 * The question that goes with a name that means no one area.
 *
 * @returns empty when there is nothing to ask about
 * @example askWhichArea([…]) // 'Did you mean Newcastle upon Tyne or Newcastle-under-Lyme?'
 */
export const askWhichArea = (candidates: readonly Area[]): string =>
  candidates.length === 0 ? '' : `Did you mean ${listWords(candidates.map(fullAreaName), 'or')}?`

/** "Newport, Wales": an area, and one in which it lies. */
function areaInAnother(text: string): Area | undefined {
  const at = text.lastIndexOf(',')
  const [inner, outer] = [areasNamed(text.slice(0, Math.max(at, 0))), areasNamed(text.slice(at + 1))]
  if (!('exact' in inner && 'exact' in outer)) return undefined
  return contains(outer.exact.code, inner.exact.code) ? inner.exact : undefined
}

/** "Bristol & South Glos": several areas in one; none when a part is no area. */
function areasListed(text: string): readonly Area[] {
  const parts = text.split(/[,&/]|\band\b/i).map(areasNamed)
  const areas = parts.flatMap((part) => ('exact' in part ? [part.exact] : []))
  return parts.length > 1 && areas.length === parts.length ? areas : []
}

function likeliest(text: string): readonly Area[] {
  const found = alike(text, MOST_CANDIDATES)
  const enough = (found[0]?.likeness ?? 0) * AS_LIKELY
  return found.filter(({ likeness }) => likeness >= enough).map(({ area }) => area)
}

function alike(text: string, limit: number): { area: Area; likeness: number }[] {
  if (wordsOfName(text).every(({ length }) => length < SHORTEST_WORD)) return []
  return findNames(areaIndex(), text, limit).flatMap(({ id, score }) => {
    const area = findArea(id)
    return area && score >= LEAST_LIKENESS ? [{ area, likeness: score }] : []
  })
}

let index: NameIndex | undefined

/** Made when it is first asked for, in less than a tenth of a second. */
function areaIndex(): NameIndex {
  index ??= indexNames(
    AREAS.filter((area) => !hasSuccessor(area)).map((area) => {
      const [name = '', ...otherNames] = namesOfArea(area)
      return { id: area.code, name, otherNames }
    }),
    AREA_WORDING,
  )
  return index
}

/** Whether the area has got another code, or another kind of council. */
const hasSuccessor = ({ code, name, within }: Area): boolean =>
  within.some((outer) => {
    const area = findArea(outer)
    return outer !== code && area?.name === name && area.kind === 'local_authority'
  })
