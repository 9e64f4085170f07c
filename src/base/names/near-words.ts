import Fuse from 'fuse.js'
import { editsBetween } from '../edits.ts'
import { letterPairs, SHORTEST_FUZZY, type Vocabulary } from './name-index.ts'
import { NAME_WEIGHTS } from './name-weights.ts'

const LONGEST = 30
const MOST_EDITS = 2
/** fuse.js is asked about so many words at most, of nearly the same length. */
const MOST_JUDGED = 20
const MOST_LONGER = 3
const SHORTEST_HEARD = 6

/**
 * The words of the names that a word is, or may be misspelt or cut short from, with how like they
 * are: 1 for the word itself, never 0.
 */
export function nearWords(words: Vocabulary, word: string): ReadonlyMap<number, number> {
  const near = new Map<number, number>()
  const itself = words.numbers.get(word)
  if (itself !== undefined) near.set(itself, 1)
  if (word.length < SHORTEST_FUZZY || word.length > LONGEST || /\p{N}/u.test(word)) return near
  const candidates = candidatesFor(words, word)
  for (const { number, word: other } of candidates) {
    const likeness = wordLikeness(word, other)
    if (likeness > 0) near.set(number, likeness)
  }
  return near.size > 0 || word.length < SHORTEST_HEARD ? near : soundAlike(word, candidates)
}

interface Candidate {
  readonly number: number
  readonly word: string
  /** How many pairs of letters both have. */
  readonly shared: number
}

/** The words that share half of the pairs of letters, or begin alike. */
function candidatesFor({ byLetters, list }: Vocabulary, word: string): Candidate[] {
  const shared = new Uint8Array(list.length)
  const found: number[] = []
  const pairs = letterPairs(word)
  const enough = Math.min(Math.ceil(pairs.length / 2), SHORTEST_FUZZY)
  for (const pair of pairs) {
    for (const number of byLetters.get(pair) ?? []) {
      const held = (shared[number] ?? 0) + 1
      shared[number] = held
      if (held === enough) found.push(number)
    }
  }
  return found.map((number) => ({ number, word: list[number] ?? '', shared: shared[number] ?? 0 }))
}

/** How like two words are, 0 to 1: 1 for the same, 0 for more than one slip in five letters, or two in all. */
export function wordLikeness(word: string, other: string): number {
  if (word === other) return 1
  const [short, long] = word.length < other.length ? [word, other] : [other, word]
  const most = Math.min(MOST_EDITS, long.length - Math.ceil(long.length * NAME_WEIGHTS.leastAlike))
  if (/\d/.test(other)) return 0
  const edits = long.length - short.length > most ? most + 1 : editsBetween(word, other, most)
  if (edits <= most) return 1 - edits / long.length
  return long.startsWith(short) ? NAME_WEIGHTS.beginning : 0
}

/** Who writes a word as it sounds makes more slips than a typist: "Glostershire", "Leister". fuse.js judges these. */
function soundAlike(word: string, candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const few = candidates
    .filter((it) => it.word[0] === word[0] && Math.abs(it.word.length - word.length) <= MOST_LONGER)
    .sort((a, b) => b.shared - a.shared || a.number - b.number)
    .slice(0, MOST_JUDGED)
  const fuse = new Fuse(few, {
    keys: ['word'],
    threshold: 1 - NAME_WEIGHTS.leastAlikeInSound,
    ignoreLocation: true,
    isCaseSensitive: true,
    includeScore: true,
  })
  return new Map(
    fuse.search(word).map(({ item, score = 1 }) => [item.number, NAME_WEIGHTS.sound * (1 - score)] as const),
  )
}
