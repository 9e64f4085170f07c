import reference from '../../../data/reference/acronyms.json' with { type: 'json' }
import { conceptNumber } from '../topics/concepts.ts'

/** A few capitals that stand for something that the lexicon has. */
export interface Acronym {
  readonly acronym: string
  /** What it stands for, as it stands in a sentence. */
  readonly means: string
  /** Concepts by number, at least one. */
  readonly concepts: readonly number[]
  /** Whether it is also a word or short for other things: read only where its capitals say something. */
  readonly capitalsOnly: boolean
}

export const ACRONYMS: readonly Acronym[] = reference.acronyms.map(({ concepts, ...rest }) => ({
  ...rest,
  concepts: concepts.flatMap((id) => conceptNumber(id) ?? []),
}))

const BY_CAPITALS = new Map(ACRONYMS.map((it) => [it.acronym, it]))
const IN_ANY_CASE = new Map(
  ACRONYMS.filter((it) => !it.capitalsOnly).map((it) => [it.acronym.toLowerCase(), it]),
)

/**
 * The acronym that a word of a text is, dots and the s of a plural aside; undefined for none.
 *
 * @param surface - as it stands there, without a possessive
 * @example acronymOf('S.E.N.D.')?.means // 'special educational needs and disabilities'
 */
export function acronymOf(surface: string): Acronym | undefined {
  const letters = surface.replaceAll('.', '').replace(/(?<=\p{Lu}{2})s$/u, '')
  return BY_CAPITALS.get(letters) ?? IN_ANY_CASE.get(letters.toLowerCase())
}

/** Whether so written, in small letters, it is an acronym that is read from capitals only. */
export const isCapitalsOnly = (word: string): boolean =>
  BY_CAPITALS.get(word.toUpperCase())?.capitalsOnly === true
