import Fuse from 'fuse.js'
import { DUPLICATES } from './thresholds.ts'

/** How two lists of words compare. */
export type Likeness =
  /** Word for word. */
  | 'equal'
  /** Word for word, and all of them say what any fund might be called: "Grants programme". */
  | 'general'
  /** But for slips, and for words such as "fund" that one of them leaves out. */
  | 'near'
  /** One says more than the other. */
  | 'part'
  /** Each has a word of its own: "North" and "South". */
  | 'other'

/** What a fund is called beside its name. */
const GENERIC: ReadonlySet<string> = new Set([
  ...['fund', 'funding', 'grant', 'programme', 'program', 'scheme', 'award', 'competition', 'call', 'round'],
  ...['application', 'bid', 'tender', 'open', 'new', 'foundation', 'trust', 'charity', 'limited', 'ltd'],
  ...['fdn', 'invitation', 'provision', 'service'],
])

export const isGeneric = (word: string): boolean => GENERIC.has(word)

/**
 * Compares words without their order.
 *
 * @param a - folded, without the little words
 * @returns `other` when either has none
 */
export function compareWords(a: readonly string[], b: readonly string[]): Likeness {
  if (a.length === 0 || b.length === 0) return 'other'
  const [left, right] = [without(a, b), without(b, a)]
  if (left.length === 0 && right.length === 0) return hasOwnName(a, b) ? 'equal' : 'general'
  const { mine, yours } = withoutSlips(left, right)
  // With a general word on each side, "Kitchens fund" and "Kitchens grants" may be two.
  if (mine.length > 0 && yours.length > 0) return 'other'
  return [...mine, ...yours].every(isGeneric) && hasOwnName(a, b) ? 'near' : 'part'
}

/** Whether anything but general words is left to tell one fund from the next. */
const hasOwnName = (a: readonly string[], b: readonly string[]): boolean =>
  [a, b].every((words) => words.some((word) => !isGeneric(word)))

/** The words of the first that the second lacks, each as often as it lacks it. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return words.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function withoutSlips(left: readonly string[], right: readonly string[]) {
  const yours = [...right]
  const mine = left.filter((word) => {
    const at = yours.findIndex((other) => isSlip(word, other))
    if (at >= 0) yours.splice(at, 1)
    return at < 0
  })
  return { mine, yours }
}

/** People see a wrong first letter: "eastern" is no slip of "western". A number is never one. */
const isSlip = (word: string, other: string): boolean =>
  word[0] === other[0] &&
  Math.min(word.length, other.length) >= DUPLICATES.shortestSlip &&
  !/\d/.test(word + other) &&
  likenessOf(word, other) >= DUPLICATES.slip &&
  likenessOf(other, word) >= DUPLICATES.slip

/** How well fuse.js finds the one in the other, 0 to 1. */
function likenessOf(sought: string, text: string): number {
  const fuse = new Fuse([text], {
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    isCaseSensitive: true,
    threshold: 1 - DUPLICATES.slip,
  })
  const [found] = fuse.search(sought)
  return found === undefined ? 0 : 1 - (found.score ?? 1)
}
