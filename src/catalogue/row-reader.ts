import { type Cell, readList } from '../base/cells.ts'
import { oneLine } from '../base/text.ts'
import type { AreaCode } from '../domain/area.ts'
import { askWhichArea, readArea } from '../domain/areas/read-area.ts'

/** Reads the cells of one row, and gathers everything that is wrong with them. */
export interface RowReader<Column extends string> {
  readonly faults: readonly string[]
  fault(words: string): void
  /** One line; empty when there is none. */
  text(column: Column): string
  /** Null when it is empty or cannot be read. */
  cell<T>(column: Column, read: (words: string) => Cell<T>): T | null
  /** The parts of a list that `find` knows. @param wants - what each should be, for the message */
  coded<T>(column: Column, find: (word: string) => T | undefined, wants: string): T[]
  /** The areas that a list names. A name that may mean several, or is misspelt, is a fault that asks which. */
  areas(column: Column): AreaCode[]
}

export function rowReader<Column extends string>(
  row: Readonly<Partial<Record<Column, string>>>,
): RowReader<Column> {
  const faults: string[] = []
  const text = (column: Column) => oneLine(row[column] ?? '')
  return {
    faults,
    fault: (words) => faults.push(words),
    text,
    cell(column, read) {
      const result = read(row[column] ?? '')
      if (result.ok) return result.value
      faults.push(`${column}: "${text(column)}" is not ${result.wants}`)
      return null
    },
    coded: (column, find, wants) =>
      readList(row[column] ?? '').flatMap((word) => {
        const found = find(word)
        if (found === undefined) faults.push(`${column}: "${word}" is not ${wants}`)
        return found === undefined ? [] : [found]
      }),
    areas: (column) =>
      readList(row[column] ?? '').flatMap((word) => {
        const reading = readArea(word)
        if ('exact' in reading) return [reading.exact.code]
        const question = askWhichArea(reading.candidates)
        faults.push(
          `${column}: "${word}" is not an area we know, by GSS code or name${question && `. ${question}`}`,
        )
        return []
      }),
  }
}
