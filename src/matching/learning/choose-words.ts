import type { ReadTexts } from './read-texts.ts'

/** The words to learn about, and the texts to learn it from. */
export interface Corpus {
  /** Stems in alphabetical order: what is learnt does not depend on the order of the texts. */
  readonly words: readonly string[]
  /** Numbers of these words, text after text, with -1 after each text; other words are left out. */
  readonly sequence: Int32Array
}

/** A word in fewer texts says too little of what it means. */
const FEWEST_TEXTS = 3

/** The commonest words get vectors; rarer ones would cost more time than they are used. */
export const MOST_WORDS = 12_000

/** Words of text that are enough to learn from. */
export const ENOUGH_WORDS = 1_000_000

/**
 * The words that enough texts use, and the texts as these words. Above {@link ENOUGH_WORDS} every second
 * text is read, or every third, and so on.
 */
export function chooseWords(read: ReadTexts): Corpus {
  const chosen = commonest(read)
  const words = chosen.map((number) => read.stems[number] ?? '')
  const numbers = new Int32Array(read.stems.length).fill(-1)
  chosen.forEach((number, at) => {
    numbers[number] = at
  })
  const step = Math.ceil(wordsIn(read.sequences) / ENOUGH_WORDS)
  const sequences = read.sequences.filter((_, at) => at % step === 0)
  return { words, sequence: renumbered(sequences, numbers) }
}

/** Numbers of the words to learn about, in the alphabetical order of their stems. */
function commonest({ stems, textsWith }: ReadTexts): number[] {
  const stem = (number: number) => stems[number] ?? ''
  const alphabetically = (a: number, b: number) => (stem(a) < stem(b) ? -1 : 1)
  return [...stems.keys()]
    .filter((number) => (textsWith[number] ?? 0) >= FEWEST_TEXTS)
    .sort((a, b) => (textsWith[b] ?? 0) - (textsWith[a] ?? 0) || alphabetically(a, b))
    .slice(0, MOST_WORDS)
    .sort(alphabetically)
}

const wordsIn = (sequences: readonly Int32Array[]): number =>
  sequences.reduce((sum, { length }) => sum + length, 0)

function renumbered(sequences: readonly Int32Array[], numbers: Int32Array): Int32Array {
  const all = new Int32Array(wordsIn(sequences) + sequences.length)
  let end = 0
  for (const sequence of sequences) {
    for (const number of sequence) {
      const word = numbers[number] ?? -1
      if (word >= 0) all[end++] = word
    }
    all[end++] = -1
  }
  return all.slice(0, end)
}
