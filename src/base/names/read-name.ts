import { plainText, singular } from './fold.ts'
import type { Wording } from './wording.ts'

/** A name, or a part of one, as it is compared. */
export interface ReadName {
  /** Distinct, in the order of the name, each network one word. */
  readonly words: readonly string[]
  /** The words as they are written, without legal forms and words that acronyms leave out. */
  readonly spelt: readonly string[]
  /** The first letters of `spelt`. */
  readonly initials: string
  /** Whether this is only what stands in or outside brackets, or before or after "formerly". */
  readonly isPart: boolean
}

/** Two letters stand for too much. */
export const SHORTEST_ACRONYM = 3
/** More words than this are not read. */
const MOST_WORDS = 24
const MOST_PARTS = 4

/** The whole name first, then its parts; empty when it holds no word. */
export function readName(wording: Wording, name: string): ReadName[] {
  const whole = readWords(wording, name, false)
  if (whole.words.length === 0) return []
  const parts = partsOf(plainText(name)).map((part) => readWords(wording, part, true))
  return [whole, ...parts.filter(({ words }) => words.length > 0 && words.length < whole.words.length)]
}

/** The acronyms people make of a name, folded: of all its words, and without the faint ones that trail. */
export function acronymsOf({ isFaint }: Wording, { spelt, initials }: ReadName): string[] {
  if (initials.length < SHORTEST_ACRONYM) return []
  const last = spelt.findLastIndex((word) => !isFaint(word))
  const acronyms = last > 0 ? [initials, initials.slice(0, last + 1)] : [initials]
  return [...new Set(acronyms.map(singular))]
}

function readWords(wording: Wording, name: string, isPart: boolean): ReadName {
  const { fold, oneWayOfWriting, isSmall, isLegalForm } = wording
  const all = fold(name)
  const spelt = all.filter((word) => !isLegalForm(word) && !isSmall(word))
  const telling = oneWayOfWriting(all).filter((word) => !isSmall(word))
  return {
    words: [...new Set(telling.length > 0 ? telling : all)].slice(0, MOST_WORDS),
    spelt,
    initials: spelt.map((word) => word[0]).join(''),
    isPart,
  }
}

const BETWEEN_NAMES = /\b(?:formerly|previously|also known as|known as|aka|a\.k\.a|trading as|t\/a|or)\b/

/** What may be a name by itself: outside and inside brackets, between two names, before the first comma. */
function partsOf(name: string): string[] {
  const [, before = '', inside = '', after = ''] = /^([^([]*)[([]([^)\]]*)[)\]]*(.*)$/s.exec(name) ?? []
  const names = name.split(BETWEEN_NAMES, MOST_PARTS)
  const [head = '', ...tail] = name.split(',')
  return [
    ...(inside === '' ? [] : [`${before} ${after}`, inside.replace(BETWEEN_NAMES, '')]),
    ...(names.length > 1 ? names : []),
    ...(tail.length > 0 ? [head] : []),
  ]
}
