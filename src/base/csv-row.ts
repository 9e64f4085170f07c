/** What a spreadsheet takes for UTF-8: without it, "£" is shown as two signs. */
export const CSV_MARK = '\ufeff'

/** Signs with which a cell begins that spreadsheets would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * One row of a CSV file that people open in a spreadsheet: no text of it is run as a formula, and a
 * number stays a number.
 *
 * @returns with the end of the line
 */
export const csvRow = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : textCell(cell))).join(',')}\r\n`

function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
