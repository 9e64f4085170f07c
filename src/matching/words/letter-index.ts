/** Spellings by number, and which of them have each pair of neighbouring letters. */
export interface LetterIndex {
  readonly spellings: readonly string[]
  /** Where the list of each pair begins, by the number of the pair; it ends where the next begins. */
  readonly starts: Uint32Array
  /** Numbers of spellings, ascending within a pair. */
  readonly lists: Uint32Array
  /** How many pairs each spelling shares with the word that is asked for: room to count in. */
  readonly shared: Uint8Array
}

/** a to z, the edge of a word, and all else. */
const LETTERS = 28
const EDGE = 26
const OTHER = 27

export function indexLetters(spellings: readonly string[]): LetterIndex {
  const byPair: number[][] = Array.from({ length: LETTERS * LETTERS }, () => [])
  for (const [number, spelling] of spellings.entries()) {
    for (const pair of pairsOf(spelling)) byPair[pair]?.push(number)
  }
  const starts = new Uint32Array(byPair.length + 1)
  for (const [pair, list] of byPair.entries()) starts[pair + 1] = (starts[pair] ?? 0) + list.length
  return {
    spellings,
    starts,
    lists: Uint32Array.from(byPair.flat()),
    shared: new Uint8Array(spellings.length),
  }
}

/** One slip takes away three pairs at most: two swapped letters do. */
const PAIRS_A_SLIP = 3

/** Numbers of the spellings that may be within so many slips of a word, ascending. Some are further off. */
export function spellingsNear(index: LetterIndex, word: string, slips: number): number[] {
  const pairs = pairsOf(word)
  countShared(index, pairs)
  const { spellings, shared } = index
  const least = Math.max(1, pairs.length - PAIRS_A_SLIP * slips)
  const near: number[] = []
  for (let number = 0; number < shared.length; number += 1) {
    if ((shared[number] ?? 0) < least) continue
    if (Math.abs((spellings[number] ?? '').length - word.length) <= slips) near.push(number)
  }
  return near
}

function countShared({ starts, lists, shared }: LetterIndex, pairs: readonly number[]): void {
  shared.fill(0)
  for (const pair of pairs) {
    const end = starts[pair + 1] ?? 0
    for (let at = starts[pair] ?? 0; at < end; at += 1) {
      const number = lists[at] ?? 0
      shared[number] = (shared[number] ?? 0) + 1
    }
  }
}

/** The distinct pairs of neighbouring letters by number, the edges of the word included. */
function pairsOf(word: string): number[] {
  const pairs = new Set<number>()
  let before = EDGE
  for (let at = 0; at < word.length; at += 1) {
    const letter = letterAt(word, at)
    pairs.add(before * LETTERS + letter)
    before = letter
  }
  pairs.add(before * LETTERS + EDGE)
  return [...pairs]
}

function letterAt(word: string, at: number): number {
  const letter = word.charCodeAt(at) - 97
  return letter >= 0 && letter < 26 ? letter : OTHER
}
