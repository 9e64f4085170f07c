import type { SparseRows } from './count-pairs.ts'
import { columnLengths, type DenseRows, scatter } from './dense-rows.ts'
import { makeOrthonormal } from './orthonormal.ts'

/** Directions that are kept; more tell apart what few texts tell apart. */
const MOST_DIRECTIONS = 300
/** With as many directions as words each word would point its own way. */
const WORDS_A_DIRECTION = 4
const ROUNDS = 3

/**
 * A vector for each word, of length 1 (or 0 when nothing is known of it): words that keep the same company
 * point the same way. It is a truncated singular value decomposition by orthogonal iteration (Golub & Van
 * Loan, "Matrix Computations", section 8.2.4), with each direction weighed by the root of its singular
 * value (Levy, Goldberg & Dagan 2015, section 3.3).
 *
 * @param matrix - symmetric
 */
export function wordVectors(matrix: SparseRows): DenseRows {
  const rows = matrix.starts.length - 1
  let vectors = scatter(rows, Math.min(MOST_DIRECTIONS, Math.ceil(rows / WORDS_A_DIRECTION)))
  let strengths = columnLengths(vectors)
  makeOrthonormal(vectors)
  for (let round = 0; round < ROUNDS; round++) {
    vectors = product(matrix, vectors)
    strengths = columnLengths(vectors)
    makeOrthonormal(vectors)
  }
  weigh(vectors, strengths.map(Math.sqrt))
  return vectors
}

function product({ starts, columns, values }: SparseRows, right: DenseRows): DenseRows {
  const result = new Float32Array(right.rows * right.columns)
  for (let row = 0; row < right.rows; row++) {
    const target = result.subarray(row * right.columns, (row + 1) * right.columns)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      addTimes(target, values[at] ?? 0, right.values, (columns[at] ?? 0) * right.columns)
    }
  }
  return { ...right, values: result }
}

function addTimes(target: Float32Array, factor: number, source: Float32Array, from: number): void {
  for (let at = 0; at < target.length; at++) {
    target[at] = (target[at] ?? 0) + factor * (source[from + at] ?? 0)
  }
}

/** Multiplies each column, then makes each row of length 1. */
function weigh({ rows, columns, values }: DenseRows, weights: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    const vector = values.subarray(row * columns, (row + 1) * columns)
    vector.forEach((value, at) => {
      vector[at] = value * (weights[at] ?? 0)
    })
    makeUnit(vector)
  }
}

/** Makes a vector of length 1, in place; one of zeros stays. */
export function makeUnit(vector: Float32Array | Float64Array): void {
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares) || 1
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) / length
}
