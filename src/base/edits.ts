/**
 * How many letters are added, left out, replaced or swapped with their neighbour between two words
 * (optimal string alignment).
 *
 * @returns at most `most` + 1, which means more than `most`
 */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  //      b e f r …        rows: letters of a taken, columns: letters of b taken
  //    0 1 2 3 4          each cell: the cheapest of left + 1, above + 1, diagonal + (0 if the
  //  b 1 0 1 2 3          letters are the same), and two up and two left + 1 for two swapped letters
  let above2: readonly number[] = []
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const cells = rowOf(a, b, row, above, above2)
    above2 = above
    above = cells
  }
  return Math.min(at(above, b.length), most + 1)
}
function rowOf(
  a: string,
  b: string,
  row: number,
  above: readonly number[],
  above2: readonly number[],
): number[] {
  const cells = [row]
  for (let column = 1; column <= b.length; column++) {
    const differ = a[row - 1] === b[column - 1] ? 0 : 1
    const plain = Math.min(at(cells, column - 1) + 1, at(above, column) + 1, at(above, column - 1) + differ)
    cells.push(areSwapped(a, b, row, column) ? Math.min(plain, at(above2, column - 2) + 1) : plain)
  }
  return cells
}

/** Whether the last two letters taken of each word are the same two the other way round. */
const areSwapped = (a: string, b: string, row: number, column: number): boolean =>
  row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]

const at = (cells: readonly number[], column: number): number => cells[column] ?? Number.POSITIVE_INFINITY
