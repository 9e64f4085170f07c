import { parseCsv } from '../../base/csv.ts'
import { decodeText } from '../../base/decode.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import { nearestName } from '../../base/nearest-name.ts'
import { listWords } from '../../base/text.ts'
import { ORGANISATION_COLUMNS } from '../../catalogue/organisation-row.ts'
import type { ListRow } from './import.ts'

/**
 * Reads a list of organisations from the bytes of a CSV file, however it was saved.
 *
 * @param name - of the file, for the messages
 * @throws AppError `invalid` when it is not such a list: no rows are taken in then
 */
export function readOrganisationList(bytes: Uint8Array, name: string): readonly ListRow[] {
  const { columns, rows } = tableOf(decodeText(bytes), name)
  const faults = columnFaults(columns)
  if (faults.length > 0) throw new AppError('invalid', `${name} ${faults.join(', and ')}`)
  return rows
}

function tableOf(text: string, name: string) {
  try {
    return parseCsv(text)
  } catch (cause) {
    throw new AppError('invalid', `${name} cannot be read. ${messageOf(cause)}`, { cause })
  }
}

function columnFaults(columns: readonly string[]): string[] {
  const known: readonly string[] = ORGANISATION_COLUMNS
  const unknown = columns
    .filter((column) => !known.includes(column))
    .map((column) => {
      const near = nearestName(column, known)
      return near === null ? `"${column}"` : `"${column}" (did you mean ${near}?)`
    })
  const twice = columns.filter((column, at) => columns.indexOf(column) !== at)
  return [
    ...(columns.includes('name') ? [] : ['has no column "name"']),
    ...(unknown.length > 0 ? [`has columns that we do not know: ${listWords(unknown)}`] : []),
    ...(twice.length > 0 ? [`has the column ${listWords(twice)} more than once`] : []),
  ]
}
