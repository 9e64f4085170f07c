import { faultOf } from '../../base/csv.ts'
import { csvRecords } from '../../base/csv-records.ts'
import { decodeChunks } from '../../base/decode.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import { listWords } from '../../base/text.ts'
import {
  FIELD_WORDS,
  type PlaceCells,
  type PlaceColumn,
  type PlaceField,
  placeCells,
  placeColumns,
} from '../../catalogue/places/headings.ts'

export interface PlaceRow {
  /** On which it begins, 1 for the first of the file. */
  readonly line: number
  readonly cells: PlaceCells
  /** What is wrong with its shape; null when nothing is. */
  readonly fault: string | null
}

/** What a file of the ONS is read for. */
export interface PlaceTable {
  /** As it is called in messages. */
  readonly what: string
  readonly fields: readonly PlaceField[]
  /** Sets of fields, of one of which every field must be there. */
  readonly needs: readonly (readonly PlaceField[])[]
}

/**
 * Reads a CSV file of the ONS piece by piece: its size does not matter.
 *
 * @param name - of the file, for the messages
 * @param hear - told once which columns were found
 * @throws AppError `invalid` when it is not such a file, or stops being one: the rows before stay read
 */
export async function* readPlaceTable(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  table: PlaceTable,
  hear: (columns: readonly PlaceColumn[]) => void,
): AsyncGenerator<PlaceRow> {
  let headings: readonly string[] | null = null
  let columns: readonly PlaceColumn[] = []
  try {
    for await (const { line, cells } of csvRecords(decodeChunks(bytes))) {
      if (headings === null) {
        headings = cells
        columns = placeColumns(cells, table.fields)
        refuseOther(columns, table, name)
        hear(columns)
      } else yield { line, cells: placeCells(columns, cells), fault: faultOf(headings, cells) }
    }
  } catch (cause) {
    if (cause instanceof AppError || !(cause instanceof Error) || 'code' in cause) throw cause
    throw new AppError('invalid', `${name} cannot be read. ${messageOf(cause)}`, { cause })
  }
  if (headings === null) throw new AppError('invalid', `${name} is empty`)
}

function refuseOther(columns: readonly PlaceColumn[], { what, needs }: PlaceTable, name: string): void {
  const has = (field: PlaceField) => columns.some((column) => column.field === field)
  if (needs.some((fields) => fields.every(has))) return
  const [usual = []] = needs
  const missing = usual.filter((field) => !has(field)).map((field) => FIELD_WORDS[field])
  throw new AppError('invalid', `${name} has no column for the ${listWords(missing)}: is it ${what}?`)
}
