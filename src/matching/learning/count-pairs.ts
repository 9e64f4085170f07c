import type { Corpus } from './choose-words.ts'

/** A square matrix, most of it empty, row after row. */
export interface SparseRows {
  /** Where each row begins in `columns` and `values`; one more than there are rows. */
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
}

/** Two words within so many words of each other are a pair. */
const WINDOW = 10

/** How often each two words stand near each other: the same number in both directions, none with itself. */
export function countPairs({ words, sequence }: Corpus): SparseRows {
  const places = placesOf(words.length, sequence)
  const tally = { counts: new Float32Array(words.length), met: new Int32Array(words.length) }
  // Counting twice costs less memory than lists that grow.
  const starts = new Int32Array(words.length + 1)
  for (let word = 0; word < words.length; word++) {
    const size = countRow(word, places, sequence, tally)
    starts[word + 1] = (starts[word] ?? 0) + size
    clear(tally, size)
  }
  const size = starts[words.length] ?? 0
  const columns = new Int32Array(size)
  const values = new Float32Array(size)
  for (let word = 0; word < words.length; word++) {
    const from = starts[word] ?? 0
    const met = tally.met.subarray(0, countRow(word, places, sequence, tally)).sort()
    columns.set(met, from)
    met.forEach((other, at) => {
      values[from + at] = tally.counts[other] ?? 0
    })
    clear(tally, met.length)
  }
  return { starts, columns, values }
}

interface Places {
  /** Where the places of each word begin in `at`; one more than there are words. */
  readonly starts: Int32Array
  readonly at: Int32Array
}

interface Tally {
  /** By word, 0 but for those that are met. */
  readonly counts: Float32Array
  /** The words that are met, in its first entries. */
  readonly met: Int32Array
}

/** Where each word stands. */
function placesOf(wordCount: number, sequence: Int32Array): Places {
  const starts = new Int32Array(wordCount + 1)
  for (const word of sequence) if (word >= 0) starts[word + 1] = (starts[word + 1] ?? 0) + 1
  for (let word = 0; word < wordCount; word++)
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0)
  const next = starts.slice()
  const at = new Int32Array(starts[wordCount] ?? 0)
  sequence.forEach((word, place) => {
    if (word < 0) return
    const slot = next[word] ?? 0
    at[slot] = place
    next[word] = slot + 1
  })
  return { starts, at }
}

/** Adds what stands near a word to an empty tally. @returns how many words are met */
function countRow(word: number, { starts, at }: Places, sequence: Int32Array, tally: Tally): number {
  let size = 0
  for (let slot = starts[word] ?? 0; slot < (starts[word + 1] ?? 0); slot++) {
    const place = at[slot] ?? 0
    size = countSide(word, place, -1, sequence, tally, size)
    size = countSide(word, place, 1, sequence, tally, size)
  }
  return size
}

function countSide(
  word: number,
  place: number,
  direction: 1 | -1,
  sequence: Int32Array,
  { counts, met }: Tally,
  before: number,
): number {
  let size = before
  for (let step = 1; step <= WINDOW; step++) {
    const other = sequence[place + direction * step] ?? -1
    if (other < 0) break
    if (other === word) continue
    const count = counts[other] ?? 0
    if (count === 0) met[size++] = other
    counts[other] = count + 1
  }
  return size
}

function clear({ counts, met }: Tally, size: number): void {
  for (const word of met.subarray(0, size)) counts[word] = 0
}
