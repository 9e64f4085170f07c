import type { NameIndex, Vocabulary } from './name-index.ts'
import { LONGEST_ACRONYM, type Query, type QueryWord } from './query.ts'

/** A word that fewer names hold may be the misspelling of another. */
const RARE = 5

/** What each row shares with the text so far. */
interface Tally {
  readonly sums: Float64Array
  /** The rows with a sum. */
  readonly found: number[]
}

/**
 * The rows that are worth comparing word by word.
 *
 * @returns at most `most`, those that share most for their length first, ties in the order of the index
 */
export function candidatesFor(index: NameIndex, query: Query, most: number): readonly number[] {
  const tally: Tally = { sums: new Float64Array(index.rows.length), found: [] }
  for (const [at, word] of query.words.entries()) {
    addWord(tally, index, word)
    addJoined(tally, index.words, word, query.words[at + 1])
  }
  for (const acronym of query.acronyms) {
    add(tally, rowsOf(index.words, acronym), (index.words.unknown * acronym.length) / LONGEST_ACRONYM)
  }
  return best(index, tally, most)
}

function addWord(tally: Tally, { words, byAcronym }: NameIndex, { word, weight, near }: QueryWord): void {
  const itself = words.numbers.get(word)
  const isRare = (words.rows[itself ?? -1]?.length ?? 0) < RARE
  for (const [number, likeness] of near) {
    if (isRare || number === itself) add(tally, words.rows[number], weight * likeness)
  }
  if (itself === undefined) addHalves(tally, words, word, weight)
  if (word.length <= LONGEST_ACRONYM) add(tally, byAcronym.get(word), weight / 2)
}

/** "child line" may be registered as "childline". */
function addJoined(tally: Tally, words: Vocabulary, one: QueryWord, next: QueryWord | undefined): void {
  if (next) add(tally, rowsOf(words, one.word + next.word), one.weight + next.weight)
}

/** "childline" may be registered as "child line". */
function addHalves(tally: Tally, words: Vocabulary, word: string, weight: number): void {
  for (let cut = 2; cut < word.length - 1; cut++) {
    const before = rowsOf(words, word.slice(0, cut))
    const after = rowsOf(words, word.slice(cut))
    if (!(before && after)) continue
    add(tally, before, weight / 2)
    add(tally, after, weight / 2)
  }
}

function add({ sums, found }: Tally, rows: readonly number[] | undefined, weight: number): void {
  for (const row of rows ?? []) {
    if (sums[row] === 0) found.push(row)
    sums[row] = (sums[row] ?? 0) + weight
  }
}

const rowsOf = ({ numbers, rows }: Vocabulary, word: string): readonly number[] | undefined =>
  rows[numbers.get(word) ?? -1]

/** Sorts plain numbers first, to find which rows are good enough: a common word is in thousands. */
function best({ rows }: NameIndex, { sums, found }: Tally, most: number): number[] {
  for (const row of found) sums[row] = (sums[row] ?? 0) / Math.sqrt(1 + (rows[row]?.weight ?? 0))
  const scores = Float64Array.from(found, (row) => sums[row] ?? 0).sort()
  const least = scores[scores.length - most] ?? 0
  return found
    .filter((row) => (sums[row] ?? 0) >= least)
    .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b)
    .slice(0, most)
}
