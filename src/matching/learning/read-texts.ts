import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'

/** Texts as numbers, to count with. */
export interface ReadTexts {
  /** Texts that use at least one word that counts. */
  readonly texts: number
  /** Each stem, by its number: in the order in which they were first met. */
  readonly stems: readonly string[]
  /** In how many texts each is used, by its number. */
  readonly textsWith: readonly number[]
  /** The numbers of the words of each text, in order, repeats included. */
  readonly sequences: readonly Int32Array[]
}

/** Of one text so many words are read, so that one long document does not speak for all. */
const MOST_WORDS = 2_000

/** Words that no text is about. */
export const STOP: ReadonlySet<string> = new Set(lists.stop)

/** Reads texts into stems; stop words, numbers and single letters left out. */
export function readTexts(texts: Iterable<string>): ReadTexts {
  const numbers = new Map<string, number>()
  const textsWith: number[] = []
  const sequences: Int32Array[] = []
  for (const text of texts) {
    const sequence = stemsOf(text).map((stem) => {
      const number = numbers.get(stem) ?? numbers.size
      numbers.set(stem, number)
      return number
    })
    if (sequence.length === 0) continue
    for (const number of new Set(sequence)) textsWith[number] = (textsWith[number] ?? 0) + 1
    sequences.push(Int32Array.from(sequence))
  }
  return { texts: sequences.length, stems: [...numbers.keys()], textsWith, sequences }
}

const stemsOf = (text: string): string[] =>
  tokensOf(text)
    .filter(({ word }) => !STOP.has(word))
    .slice(0, MOST_WORDS)
    .map(({ word }) => stemOf(word))
