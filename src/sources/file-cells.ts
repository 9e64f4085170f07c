import { type Cell, readDay, readList, readMoney, readWhole, readYesNo } from '../base/cells.ts'
import { type IsoDate, isLocalTime, type LocalTime } from '../base/date.ts'
import { oneLine } from '../base/text.ts'
import type { Column, Row } from './file-columns.ts'

/** A cell that cannot be read. It never leaves this connector: the row is reported as bad. */
export class BadCell extends Error {
  override readonly name = 'BadCell'

  /** @param fault - the end of a sentence that begins with the column's name */
  constructor(column: Column, fault: string) {
    super(`${column} ${fault}`)
  }
}

/** The cell as text, with its paragraphs; null when it is absent or empty. */
export function textCell(row: Row, column: Column): string | null {
  const value = row[column] ?? ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') throw new BadCell(column, 'must be a text')
  return value.trim() === '' ? null : value.trim()
}

/** @throws BadCell when the cell is absent or empty */
export function requiredCell(row: Row, column: Column): string {
  const text = textCell(row, column)
  if (text === null) throw new BadCell(column, 'is missing')
  return oneLine(text)
}

/** Pence of an amount in pounds, `£10,000` or `10000.50`; null when empty. */
export const moneyCell = (row: Row, column: Column): number | null =>
  penceFrom(textCell(row, column) ?? '', column)

export const penceFrom = (text: string, column: Column): number | null =>
  valueIn(readMoney(text), text, column)

/** A day written `2026-06-03`, `3 June 2026` or `03/06/2026` (the day first); null when empty. */
export const dayCell = (row: Row, column: Column): IsoDate | null =>
  dayFrom(textCell(row, column) ?? '', column)

export const dayFrom = (text: string, column: Column): IsoDate | null => valueIn(readDay(text), text, column)

/** A time from 00:00 to 23:59; null when empty. */
export function timeCell(row: Row, column: Column): LocalTime | null {
  const text = textCell(row, column)
  return text === null ? null : timeFrom(text, column)
}

export function timeFrom(text: string, column: Column): LocalTime {
  const time = text.padStart(5, '0')
  if (!isLocalTime(time)) throw new BadCell(column, `is not a time like 12:00 or 17:30: ${text}`)
  return time
}

/** False when empty. */
export const yesCell = (row: Row, column: Column): boolean => yesNoCell(row, column) ?? false

/** Null when empty. */
export function yesNoCell(row: Row, column: Column): boolean | null {
  const text = textCell(row, column) ?? ''
  return valueIn(readYesNo(text), text, column)
}

/** A whole number, inclusive of both ends, with or without a sign for per cent; null when empty. */
export function wholeCell(row: Row, column: Column, least: number, most: number): number | null {
  const text = textCell(row, column) ?? ''
  return valueIn(readWhole(text.replace(/\s*%$/, ''), least, most), text, column)
}

/** Two cells of which the first is at most the second. @throws BadCell when it is not */
export function spanOf<T>(
  read: (row: Row, column: Column) => number | null,
  row: Row,
  [least, most]: readonly [Column, Column],
  named: (min: number | null, max: number | null) => T,
): T {
  const [min, max] = [read(row, least), read(row, most)]
  if (min !== null && max !== null && min > max) throw new BadCell(least, `is more than ${most}`)
  return named(min, max)
}

/** Parts of a cell between semicolons, or the items of a JSON array, without empty ones. */
export function listCell(row: Row, column: Column): readonly string[] {
  const value = row[column] ?? ''
  const items: readonly unknown[] = Array.isArray(value) ? value : readList(textCell(row, column) ?? '')
  return items
    .map((item) => {
      if (typeof item !== 'string') throw new BadCell(column, 'must be a list of texts')
      return oneLine(item)
    })
    .filter((item) => item !== '')
}

function valueIn<T>(cell: Cell<T>, text: string, column: Column): T | null {
  if (!cell.ok) throw new BadCell(column, `is not ${cell.wants}: ${text}`)
  return cell.value
}
