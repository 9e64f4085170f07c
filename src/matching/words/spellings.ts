import Fuse from 'fuse.js'
import { editsBetween } from './edits.ts'
import { fold } from './tokens.ts'
import type { WordUse } from './word-use.ts'

/** The words of the catalogue as they are written, for words that nobody there writes so. */
export interface Spellings {
  /** The stem of each spelling. */
  readonly stems: ReadonlyMap<string, string>
  /** The spellings that hold each pair of letters. */
  readonly byLetters: ReadonlyMap<string, readonly string[]>
  /** What words were read as before: organisations write the same ones again and again. */
  readonly known: Map<string, string | undefined>
}

const SHORTEST = 5
const LONGEST = 30
/** fuse.js is asked about this many candidates at most. */
const MOST_CANDIDATES = 40
/** From this length on a replaced letter counts as a slip; "horse" stays no "house", "autistic" no "artistic". */
const REPLACEABLE_FROM = 9

export function spellingsOf(uses: readonly ReadonlyMap<string, WordUse>[]): Spellings {
  const stems = new Map<string, string>()
  for (const terms of uses) {
    for (const [stem, { surfaces }] of terms) addSpellings(stems, stem, surfaces)
  }
  const byLetters = new Map<string, string[]>()
  for (const spelling of [...stems.keys()].sort()) addLetters(byLetters, spelling)
  return { stems, byLetters, known: new Map() }
}

function addSpellings(stems: Map<string, string>, stem: string, surfaces: readonly string[]): void {
  if (stem.includes(' ')) return
  for (const spelling of surfaces.map(fold)) {
    if (spelling.length >= SHORTEST - 1 && spelling.length <= LONGEST + 2) stems.set(spelling, stem)
  }
}

function addLetters(byLetters: Map<string, string[]>, spelling: string): void {
  for (const letters of letterPairs(spelling)) {
    const list = byLetters.get(letters)
    if (list) list.push(spelling)
    else byLetters.set(letters, [spelling])
  }
}

/**
 * The stem of the word that a misspelt or variant word most likely is.
 *
 * @param word - folded, and used by no opportunity
 * @returns undefined for a word under five letters, and when nothing is near enough: one slip in
 *   five letters
 */
export function respell(spellings: Spellings, word: string): string | undefined {
  if (!spellings.known.has(word)) spellings.known.set(word, readAs(spellings, word))
  return spellings.known.get(word)
}

function readAs({ stems, byLetters }: Spellings, word: string): string | undefined {
  if (word.length < SHORTEST || word.length > LONGEST) return undefined
  const most = Math.floor(word.length / SHORTEST)
  const candidates = candidatesFor(byLetters, word)
  if (candidates.length === 0) return undefined
  const fuse = new Fuse(candidates, { threshold: 0.45, ignoreLocation: true, isCaseSensitive: true })
  const near = fuse
    .search(word)
    .map(({ item }) => ({ item, edits: editsBetween(word, item, most) }))
    .filter(({ item, edits }) => edits <= most && isSlip(word, item))
    .sort((a, b) => a.edits - b.edits)
  return stems.get(near[0]?.item ?? '')
}

/** Short words have many neighbours: there only letters added, left out or swapped count, after the same first one. */
const isSlip = (word: string, item: string): boolean =>
  word.length >= REPLACEABLE_FROM ||
  (word[0] === item[0] && (word.length !== item.length || sortedLetters(word) === sortedLetters(item)))

const sortedLetters = (word: string): string => [...word].sort().join('')

/** The spellings that share the most pairs of letters, at least a third of them; ties in order of the alphabet. */
function candidatesFor(byLetters: Spellings['byLetters'], word: string): string[] {
  const shared = new Map<string, number>()
  const pairs = letterPairs(word)
  for (const letters of pairs) {
    for (const spelling of byLetters.get(letters) ?? []) shared.set(spelling, (shared.get(spelling) ?? 0) + 1)
  }
  const most = Math.floor(word.length / SHORTEST)
  return [...shared]
    .filter(([spelling, n]) => n * 3 >= pairs.length && Math.abs(spelling.length - word.length) <= most)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(([spelling]) => spelling)
}

/** The distinct pairs of neighbouring letters, the edges of the word included. */
function letterPairs(word: string): string[] {
  const edged = `^${word}$`
  return [...new Set(Array.from({ length: edged.length - 1 }, (_, at) => edged.slice(at, at + 2)))]
}
