import { NAME_WEIGHTS } from './name-weights.ts'
import { acronymsOf, type ReadName, readName } from './read-name.ts'
import type { Wording } from './wording.ts'

/** Names read once, for `findNames`. */
export interface NameIndex {
  readonly wording: Wording
  readonly entries: readonly NamedEntry[]
  readonly rows: readonly NameRow[]
  readonly words: Vocabulary
  /** The rows of each acronym that could be made of them. */
  readonly byAcronym: ReadonlyMap<string, readonly number[]>
}

/** What is found by its names. */
export interface NamedEntry {
  readonly id: string
  readonly name: string
  readonly otherNames?: readonly string[]
}

/** One name of an entry, or a part of one. */
export interface NameRow {
  readonly entry: number
  readonly read: ReadName
  /** The numbers of `read.words`. */
  readonly numbers: readonly number[]
  /** The weights of `read.words` together. */
  readonly weight: number
  /** How much of the whole name's weight this row leaves out, 0 to 1: 0 for a whole name. */
  readonly leftOut: number
}

/** The words of all names, each with a number. */
export interface Vocabulary {
  readonly list: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
  readonly rows: readonly (readonly number[])[]
  /** The rarer in the names, and the less of a formula, the more a word weighs. */
  readonly weights: readonly number[]
  /** What a word weighs that no name holds. */
  readonly unknown: number
  /** The words that hold each pair of letters. */
  readonly byLetters: ReadonlyMap<string, readonly number[]>
}

/** Shorter words are never taken for misspelt ones. */
export const SHORTEST_FUZZY = 4

/** Reads the names once; a name without a letter or digit is left out. */
export function indexNames(entries: readonly NamedEntry[], wording: Wording): NameIndex {
  const reads = entries.flatMap(({ name, otherNames = [] }, entry) =>
    [name, ...otherNames].flatMap((one) => readName(wording, one).map((read) => ({ entry, read }))),
  )
  const words = vocabularyOf(
    wording,
    reads.map(({ read }) => read.words),
  )
  const byAcronym = new Map<string, number[]>()
  const rows: NameRow[] = []
  let whole = 0
  for (const { entry, read } of reads) {
    const numbers = read.words.map((word) => words.numbers.get(word) ?? 0)
    const weight = numbers.reduce((sum, number) => sum + (words.weights[number] ?? 0), 0)
    if (!read.isPart) whole = weight
    for (const acronym of acronymsOf(wording, read)) push(byAcronym, acronym, rows.length)
    rows.push({ entry, read, numbers, weight, leftOut: Math.max(0, 1 - weight / whole) })
  }
  return { wording, entries, rows, words, byAcronym }
}

/** The distinct pairs of neighbouring letters, the edges of the word included. */
export function letterPairs(word: string): string[] {
  const edged = `^${word}$`
  const pairs: string[] = []
  for (let at = 0; at + 1 < edged.length; at++) {
    const pair = edged.slice(at, at + 2)
    if (!pairs.includes(pair)) pairs.push(pair)
  }
  return pairs
}

function vocabularyOf(wording: Wording, names: readonly (readonly string[])[]): Vocabulary {
  const rowsOf = new Map<string, number[]>()
  for (const [row, words] of names.entries()) {
    for (const word of words) push(rowsOf, word, row)
  }
  const list = [...rowsOf.keys()]
  const rows = [...rowsOf.values()]
  const byLetters = new Map<string, number[]>()
  for (const [number, word] of list.entries()) {
    if (word.length < SHORTEST_FUZZY) continue
    for (const pair of letterPairs(word)) push(byLetters, pair, number)
  }
  return {
    list,
    numbers: new Map(list.map((word, number) => [word, number])),
    rows,
    weights: list.map((word, number) => weightOf(wording, word, rows[number]?.length ?? 0, names.length)),
    unknown: Math.log(1 + names.length) ** NAME_WEIGHTS.rarity,
    byLetters,
  }
}

function weightOf({ isLegalForm, isFaint }: Wording, word: string, held: number, of: number): number {
  const rarity = Math.log(1 + of / held) ** NAME_WEIGHTS.rarity
  if (isLegalForm(word)) return rarity * NAME_WEIGHTS.legalForm
  return isFaint(word) ? rarity * NAME_WEIGHTS.faintWord : rarity
}

function push<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
