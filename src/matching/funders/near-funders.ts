import { editsBetween } from '../../base/edits.ts'
import { kept } from '../../base/kept.ts'
import { wordLikeness } from '../../base/names/near-words.ts'
import { acronymsOf, type ReadName, readName } from '../../base/names/read-name.ts'
import type { AreaCode } from '../../domain/area.ts'
import { areasNamed } from '../../domain/areas/forms.ts'
import { foldedFunderName } from '../../domain/funder.ts'
import { FUNDER_WORDING, lastingFunderName, otherFunderNames } from './known-names.ts'

/** A name of a funder, ready to be compared with many others. */
export interface FunderName {
  /** Folded, the one of today. */
  readonly lasting: string
  /** Its words without those that stand in many names. */
  readonly words: readonly string[]
  /** A bit for each letter that one of them begins with; 0 for no words. */
  readonly letters: number
  readonly acronyms: readonly string[]
  /** Folded, what else the funder is known to be called. */
  readonly known: readonly string[]
  /** Of which area it is the council; null when it is none. */
  readonly area: AreaCode | null
}

/** An operator's organisations name fewer, so each is read once. */
const MOST_NAMES = 20_000

export const readFunderName: (name: string) => FunderName = kept(MOST_NAMES, (name) => {
  const [whole] = readName(FUNDER_WORDING, name)
  const words = whole ? tellingWords(whole) : []
  const area = areasNamed(name)
  return {
    lasting: lastingFunderName(name),
    words,
    letters: words.reduce((bits, word) => bits | bitOf(word), 0),
    acronyms: whole ? acronymsOf(FUNDER_WORDING, whole) : [],
    known: otherFunderNames(name).map(foldedFunderName),
    area: 'exact' in area ? area.exact.code : null,
  }
})

function tellingWords({ words }: ReadName): readonly string[] {
  const telling = words.filter((word) => !FUNDER_WORDING.isFaint(word) && !FUNDER_WORDING.isLegalForm(word))
  return telling.length > 0 ? telling : words
}

const bitOf = (word: string): number => 1 << (word.charCodeAt(0) % 32)

/** What was judged of each pair that has letters in common. */
const JUDGED = new WeakMap<FunderName, WeakMap<FunderName, boolean>>()

/**
 * Whether two names, not the same, may be of one funder: misspelt, shortened, an acronym, or with another word
 * for a fund. It is the same either way round. Each pair is judged once, and most at a glance: millions are asked for.
 *
 * @example “Exampel Trust” and “The Example Foundation” are; “Arts Council of Wales” and “Arts Council England” are not
 */
export function areNearFunders(a: FunderName, b: FunderName): boolean {
  if (!mayBeNear(a, b)) return false
  const known = JUDGED.get(a) ?? new WeakMap<FunderName, boolean>()
  JUDGED.set(a, known)
  const near = known.get(b) ?? judge(a, b)
  known.set(b, near)
  return near
}

/** Misspelt words begin as they should, so that all first letters of one name are in the other; but for what else it is called. */
function mayBeNear(a: FunderName, b: FunderName): boolean {
  if (a.letters === 0 || b.letters === 0) return false
  const both = a.letters & b.letters
  return both === a.letters || both === b.letters || hasOtherNames(a) || hasOtherNames(b)
}

const hasOtherNames = ({ words, known, area }: FunderName): boolean =>
  words.length === 1 || known.length > 0 || area !== null

function judge(a: FunderName, b: FunderName): boolean {
  if (a.area !== null && b.area !== null) return a.area === b.area
  if (isShortFor(a, b) || isShortFor(b, a)) return true
  return haveLikeWords(a.words, b.words) || a.words.join('') === b.words.join('')
}

const isShortFor = (short: FunderName, long: FunderName): boolean =>
  long.known.includes(short.lasting) ||
  (short.words.length === 1 && long.words.length > 1 && long.acronyms.includes(short.words[0] ?? ''))

/** Less like words are two words: one letter in five, or a word that only begins another. */
const LEAST_LIKE = 0.75
/** Words of so many letters may differ in two: "Fairburn" is Fairbairn. */
const LONG = 8

const isLike = (word: string, other: string): boolean =>
  word[0] === other[0] &&
  (wordLikeness(word, other) >= LEAST_LIKE ||
    (Math.min(word.length, other.length) >= LONG && editsBetween(word, other, 2) <= 2))

/** Whether all words of the shorter name are in the longer, misspelt or not, and no other word tells them apart. */
function haveLikeWords(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const left = [...long]
  for (const word of short) {
    const at = left.findIndex((other) => isLike(word, other))
    if (at < 0) return false
    left.splice(at, 1)
  }
  const begin = isLike(short[0] ?? '', long[0] ?? '')
  return left.length === 0 || (saysEnough(short, left, begin) && !left.some(isTelling))
}

/** "Lottery" alone, or "bank" and "England", are in too many names; "Quartet" says which community foundation. */
function saysEnough(words: readonly string[], left: readonly string[], begin: boolean): boolean {
  if (words.length === 1) return begin && left.length === 1 && left[0] === 'community'
  return begin || left.length === 1
}

/** Words that tell two names apart: "South Gloucestershire" is not Gloucestershire. */
const TELLING = new Set('north south east west mid central northern southern eastern western'.split(' '))
const isTelling = (word: string): boolean => TELLING.has(word) || /\d/.test(word)
