import type { DenseRows } from './dense-rows.ts'

/** Below this share of its square, what is left of a column is rounding. */
const LEAST_LEFT = 1e-12

/**
 * Makes the columns of a matrix, in place, of length 1 and at right angles to each other, each from those
 * before it (QR by Cholesky of the Gram matrix; Golub & Van Loan, "Matrix Computations", section 5.2). A
 * column that the ones before it already span becomes zeros.
 */
export function makeOrthonormal(matrix: DenseRows): void {
  const triangle = cholesky(gram(matrix), matrix.columns)
  for (let row = 0; row < matrix.rows; row++) {
    solve(triangle, matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns))
  }
}

/** The products of every two columns, the lower half. */
function gram({ rows, columns, values }: DenseRows): Float64Array {
  const products = new Float64Array(columns * columns)
  for (let row = 0; row < rows; row++)
    addProducts(products, values.subarray(row * columns, (row + 1) * columns))
  return products
}

function addProducts(products: Float64Array, row: Float32Array): void {
  for (let a = 0; a < row.length; a++) {
    const value = row[a] ?? 0
    const from = a * row.length
    for (let b = 0; b <= a; b++) products[from + b] = (products[from + b] ?? 0) + value * (row[b] ?? 0)
  }
}

/**
 * The lower triangle whose product with its transpose is the matrix, in its place, with one over each
 * diagonal value instead of the value; 0 for a column that is left out.
 */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  for (let a = 0; a < size; a++) {
    const rowA = matrix.subarray(a * size, (a + 1) * size)
    const square = rowA[a] ?? 0
    for (let b = 0; b < a; b++) {
      const rowB = matrix.subarray(b * size, (b + 1) * size)
      rowA[b] = ((rowA[b] ?? 0) - dot(rowA, rowB, b)) * (rowB[b] ?? 0)
    }
    const left = square - dot(rowA, rowA, a)
    rowA[a] = left > square * LEAST_LEFT ? 1 / Math.sqrt(left) : 0
  }
  return matrix
}

/** Forward substitution, in place of the row. */
function solve(triangle: Float64Array, row: Float32Array): void {
  const size = row.length
  for (let a = 0; a < size; a++) {
    const from = a * size
    let value = row[a] ?? 0
    for (let b = 0; b < a; b++) value -= (triangle[from + b] ?? 0) * (row[b] ?? 0)
    row[a] = value * (triangle[from + a] ?? 0)
  }
}

/** The product of the first values of two rows. */
function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0
  for (let at = 0; at < length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
