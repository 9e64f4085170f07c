/** A matrix that is full, row after row. */
export interface DenseRows {
  readonly rows: number
  readonly columns: number
  readonly values: Float32Array
}

/** A matrix of small numbers around 0 that look like chance and are the same every time. */
export function scatter(rows: number, columns: number): DenseRows {
  const values = new Float32Array(rows * columns)
  // A linear congruential generator: constants of Numerical Recipes (Press et al. 1992, section 7.1).
  let seed = 12_345
  for (let at = 0; at < values.length; at++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    values[at] = seed / 0x1_0000_0000 - 0.5
  }
  return { rows, columns, values }
}

/** The length of each column. */
export function columnLengths({ rows, columns, values }: DenseRows): Float64Array {
  const squares = new Float64Array(columns)
  for (let row = 0; row < rows; row++) {
    const from = row * columns
    for (let column = 0; column < columns; column++) {
      const value = values[from + column] ?? 0
      squares[column] = (squares[column] ?? 0) + value * value
    }
  }
  return squares.map(Math.sqrt)
}
