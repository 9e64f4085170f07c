import type { NameIndex } from './name-index.ts'
import { nearWords } from './near-words.ts'
import { type ReadName, SHORTEST_ACRONYM } from './read-name.ts'

/** A typed name, or a part of one, made ready to be compared with many rows. */
export interface Query {
  readonly read: ReadName
  readonly words: readonly QueryWord[]
  readonly weight: number
  /** Two neighbouring words written as one, with where the first stands. */
  readonly joined: ReadonlyMap<string, number>
  /** What three to seven neighbouring words may be shortened to. */
  readonly acronyms: ReadonlySet<string>
  readonly namesLegalForm: boolean
}

export interface QueryWord {
  readonly word: string
  readonly weight: number
  /** Numbers of words of the index, with how like they are. */
  readonly near: ReadonlyMap<number, number>
}

/** Looks every word up once. */
export function queryOf({ words: vocabulary, wording }: NameIndex, read: ReadName): Query {
  const words = read.words.map((word) => ({
    word,
    weight: vocabulary.weights[vocabulary.numbers.get(word) ?? -1] ?? vocabulary.unknown,
    near: nearWords(vocabulary, word),
  }))
  return {
    read,
    words,
    weight: words.reduce((sum, { weight }) => sum + weight, 0),
    joined: new Map(read.words.slice(1).map((word, at) => [(read.words[at] ?? '') + word, at])),
    acronyms: new Set(runsOf(read.initials)),
    namesLegalForm: read.words.some(wording.isLegalForm),
  }
}

export const LONGEST_ACRONYM = 7

function runsOf(initials: string): string[] {
  const runs: string[] = []
  for (let from = 0; from < initials.length; from++) {
    for (let to = from + SHORTEST_ACRONYM; to <= Math.min(initials.length, from + LONGEST_ACRONYM); to++)
      runs.push(initials.slice(from, to))
  }
  return runs
}
