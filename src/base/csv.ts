import { parse } from 'csv-parse/sync'
import { messageOf } from './errors.ts'

/** A CSV file as a table. */
export interface Table {
  /** Headings as column names: `Award min` and `award-min` are `award_min`. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** On which the row begins, 1 for the first of the file. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** What is wrong with its shape; null when nothing is. */
  readonly fault: string | null
}

/**
 * Reads a CSV file as spreadsheets write it: a byte order mark, semicolons or tabs for commas, empty
 * columns and rows at the end are all taken. A row with too few or too many cells is kept with its fault.
 *
 * @returns no columns and no rows for an empty text
 * @throws Error when quotes are so wrong that rows cannot be told apart, saying where
 */
export function parseCsv(text: string): Table {
  const records = recordsOf(text)
  const [headings, ...lines] = records
  if (!headings) return { columns: [], rows: [] }
  const columns = headings.record.map(columnName)
  while (columns.at(-1) === '') columns.pop()
  return {
    columns,
    rows: lines.map(({ record, info }) => ({
      line: lineOf({ record, info }),
      cells: Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ''])),
      fault: faultOf(columns, record),
    })),
  }
}

/** A record as the parser gives it when it is asked where the record stands. */
export interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** How spreadsheets write. */
export const CSV_OPTIONS = {
  bom: true,
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_records_with_empty_values: true,
  skip_empty_lines: true,
  trim: true,
} as const

/** The line on which a record begins: the parser counts the lines up to its end. */
export const lineOf = ({ record, info }: CsvRecord): number =>
  info.lines - record.join('').split('\n').length + 1

function recordsOf(text: string): readonly CsvRecord[] {
  try {
    // With `info` each record comes in a wrapper that the types of the library leave out.
    return parse(text, { ...CSV_OPTIONS, delimiter: delimiterOf(text) }) as unknown as CsvRecord[]
  } catch (cause) {
    throw new Error(`It is not a CSV file: ${messageOf(cause)}`, { cause })
  }
}

/** Whichever of comma, semicolon and tab the line of headings has most of. */
export function delimiterOf(text: string): string {
  const headings = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '')
  const uses = (delimiter: string) => headings.split(delimiter).length
  return [',', ';', '\t'].reduce((best, next) => (uses(next) > uses(best) ? next : best))
}

const columnName = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/** What is wrong with the shape of a row; null when nothing is. Empty cells after the last heading are nothing. */
export function faultOf(columns: readonly string[], cells: readonly string[]): string | null {
  const extra = cells.slice(columns.length).some((cell) => cell !== '')
  return cells.length < columns.length || extra
    ? `The row has ${cells.length} cells where the headings have ${columns.length}`
    : null
}
