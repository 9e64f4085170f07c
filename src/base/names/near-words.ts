import { editsBetween } from '../edits.ts'
import { letterPairs, SHORTEST_FUZZY, type Vocabulary } from './name-index.ts'
import { NAME_WEIGHTS } from './name-weights.ts'

const LONGEST = 30
const MOST_EDITS = 2

/**
 * The words of the names that a word is, or may be misspelt or cut short from, with how like they
 * are: 1 for the word itself, never 0.
 */
export function nearWords(words: Vocabulary, word: string): Map<number, number> {
  const near = new Map<number, number>()
  const itself = words.numbers.get(word)
  if (itself !== undefined) near.set(itself, 1)
  if (word.length < SHORTEST_FUZZY || word.length > LONGEST || /\p{N}/u.test(word)) return near
  for (const number of candidatesFor(words, word)) {
    const likeness = likenessOf(word, words.list[number] ?? '')
    if (likeness > 0 && number !== itself) near.set(number, likeness)
  }
  return near
}

/** The words that share half of the pairs of letters, or begin alike. */
function candidatesFor({ byLetters, list }: Vocabulary, word: string): number[] {
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
  return found
}

function likenessOf(word: string, other: string): number {
  const [short, long] = word.length < other.length ? [word, other] : [other, word]
  const most = Math.min(MOST_EDITS, long.length - Math.ceil(long.length * NAME_WEIGHTS.leastAlike))
  if (/\d/.test(other)) return 0
  const edits = long.length - short.length > most ? most + 1 : editsBetween(word, other, most)
  if (edits <= most) return 1 - edits / long.length
  return long.startsWith(short) ? NAME_WEIGHTS.beginning : 0
}
