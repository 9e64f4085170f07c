import { type Cell, readList } from '../base/cells.ts'
import { oneLine } from '../base/text.ts'
import type { AreaCode } from '../domain/area.ts'
import { findAreaNamed } from '../domain/areas/read-area.ts'
import { askWhichPlace, readAreaOrWard } from '../domain/areas/read-ward.ts'
import type { Ward } from '../domain/ward.ts'

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

/** @param wardsOf - the wards that a name of an area may mean */
export function rowReader<Column extends string>(
  row: Readonly<Partial<Record<Column, string>>>,
  wardsOf: (name: string) => readonly Ward[],
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
    areas: (column) => {
      const names = readList(row[column] ?? '')
      const around = names.flatMap((name) => findAreaNamed(name)?.code ?? [])
      return names.flatMap((name) => {
        const reading = readAreaOrWard(name, wardsOf(name), around)
        if ('exact' in reading) return [reading.exact.code]
        const question = askWhichPlace(name, reading.candidates)
        faults.push(
          `${column}: "${name}" is not an area we know, by GSS code or name${question && `. ${question}`}`,
        )
        return []
      })
    },
  }
}
