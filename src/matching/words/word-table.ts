import { AppError } from '../../base/errors.ts'
import { StoredWordTable } from '../../domain/stored-word-table.ts'
import { CONCEPTS } from '../topics/concepts.ts'

/** What matching knows of one word, by its stem. */
export interface KnownWord {
  /** How little it says to use it: 1 (in every text) to 255 (in none but this one). */
  readonly rarity: number
  /**
   * Concepts by number that it is near to, nearest first, 4 at most; the affinity is 255 times the cosine,
   * rounded, 89 to 255.
   */
  readonly about: readonly (readonly [concept: number, affinity: number])[]
}

/** Words by stem, in alphabetical order, and how many texts told of them. */
export interface WordTable {
  readonly texts: number
  readonly words: ReadonlyMap<string, KnownWord>
}

/** From so many texts on an operator's own tell more of its words than the table that is shipped. */
export const ENOUGH_TEXTS = 500

const NUMBERS = new Map(CONCEPTS.map(({ id }, number) => [id, number]))

/**
 * The stored form of a table, each word on a line of its own: the same table is the same text.
 *
 * @param origin - further facts that stand before the table, such as where it comes from
 */
export function writeWordTable(table: WordTable, origin: Readonly<Record<string, string>> = {}): string {
  const entries = [...table.words].sort(([a], [b]) => (a < b ? -1 : 1))
  const used = new Set(entries.flatMap(([, { about }]) => about.map(([concept]) => concept)))
  const ids = [...used].map((concept) => CONCEPTS[concept]?.id ?? '').sort()
  const places = new Map(ids.map((id, place) => [NUMBERS.get(id), place]))
  const lines = entries.map(([word, { rarity, about }]) => {
    const near = about.flatMap(([concept, affinity]) => [places.get(concept), affinity])
    return `${JSON.stringify(word)}:${JSON.stringify([rarity, ...near])}`
  })
  const head = JSON.stringify({ ...origin, texts: table.texts, concepts: ids }).slice(0, -1)
  return `${head},"words":{\n${lines.join(',\n')}\n}}\n`
}

/**
 * The table of a stored form. A concept that the lexicon no longer has is dropped, since lexicons change.
 *
 * @param json - parsed JSON
 * @throws AppError `invalid` when it is no such table
 */
export function readWordTable(json: unknown): WordTable {
  const { data, error } = StoredWordTable.safeParse(json)
  if (!data) throw new AppError('invalid', 'This is not a table of learnt words', { cause: error })
  const concepts = data.concepts.map((id) => NUMBERS.get(id))
  const words = Object.entries(data.words).map(([word, [rarity = 1, ...near]]): [string, KnownWord] => [
    word,
    { rarity, about: aboutOf(near, concepts) },
  ])
  return { texts: data.texts, words: new Map(words.sort(([a], [b]) => (a < b ? -1 : 1))) }
}

function aboutOf(near: readonly number[], concepts: readonly (number | undefined)[]): KnownWord['about'] {
  return near.flatMap((place, at) => {
    const concept = concepts[place]
    const affinity = near[at + 1]
    return at % 2 === 1 || concept === undefined || affinity === undefined ? [] : [[concept, affinity]]
  })
}

/**
 * What matching goes by: the operator's own table, with the shipped one for the words that it lacks; the
 * shipped one alone while there are too few texts of one's own, or none.
 */
export function mergeTables(own: WordTable | null, shipped: WordTable): WordTable {
  if (own === null || own.texts < ENOUGH_TEXTS) return shipped
  return { texts: own.texts, words: new Map([...shipped.words, ...own.words]) }
}
