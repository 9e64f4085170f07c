import { PHRASES } from '../topics/phrases.ts'
import { stemOf } from '../words/stem.ts'
import type { DenseRows } from './dense-rows.ts'
import { STOP } from './read-texts.ts'
import { makeUnit } from './word-vectors.ts'

/** A weaker likeness is as often wrong as right, so it is not kept. */
export const LEAST_COSINE = 0.35
const MOST_CONCEPTS = 4

const STOP_STEMS = new Set([...STOP].map(stemOf))

/** A concept that a word is near to: its number, and the cosine, {@link LEAST_COSINE} to 1. */
export type Affinity = readonly [concept: number, cosine: number]

/** A concept of which the texts have fewer phrases would stand wherever its one word stands. */
const FEWEST_PHRASES = 2

/**
 * The concepts that each word is near to, by the number of the word: nearest first, ties by the number of
 * the concept, four at most. A concept stands where its phrases stand on average.
 */
export function affinities(words: readonly string[], vectors: DenseRows): Affinity[][] {
  const centres = [...centresOf(words, vectors)].sort(([a], [b]) => a - b)
  return words.map((_, word) => {
    const vector = rowOf(vectors, word)
    return centres
      .map(([concept, { sum }]): Affinity => [concept, Math.min(1, dot(vector, sum))])
      .filter(([, cosine]) => cosine >= LEAST_COSINE)
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_CONCEPTS)
  })
}

interface Centre {
  readonly sum: Float64Array
  /** Known words of the phrases that it is made of, each once. */
  readonly phrases: Set<string>
}

/** The middle of each concept that the texts have enough phrases of, of length 1. */
function centresOf(words: readonly string[], vectors: DenseRows): Map<number, Centre> {
  const numbers = new Map(words.map((word, number) => [word, number]))
  const centres = new Map<number, Centre>()
  for (const [phrase, concepts] of PHRASES) {
    const stems = phrase.split(' ').filter((stem) => !STOP_STEMS.has(stem))
    const known = stems.filter((stem) => numbers.has(stem))
    if (known.length === 0) continue
    // "Hearing dogs" says little of what it means when only dogs are known: so many of its words, so much.
    const place = new Float64Array(vectors.columns)
    for (const stem of known) add(place, rowOf(vectors, numbers.get(stem) ?? 0), 1 / stems.length)
    for (const concept of concepts) addTo(centres, concept, place, known.join(' '))
  }
  const sure = [...centres].filter(([, { phrases }]) => phrases.size >= FEWEST_PHRASES)
  for (const [, { sum }] of sure) makeUnit(sum)
  return new Map(sure)
}

function addTo(centres: Map<number, Centre>, concept: number, place: Float64Array, phrase: string): void {
  const centre = centres.get(concept) ?? { sum: new Float64Array(place.length), phrases: new Set() }
  add(centre.sum, place, 1)
  centre.phrases.add(phrase)
  centres.set(concept, centre)
}

const rowOf = ({ columns, values }: DenseRows, row: number): Float32Array =>
  values.subarray(row * columns, (row + 1) * columns)

function add(sum: Float64Array, vector: Float32Array | Float64Array, share: number): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + share * (vector[at] ?? 0)
}

function dot(a: Float32Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
