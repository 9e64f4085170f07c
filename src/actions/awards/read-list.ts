import { faultOf } from '../../base/csv.ts'
import { csvRecords, type TextRecord } from '../../base/csv-records.ts'
import { decodeChunks } from '../../base/decode.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import { jsonItems } from '../../base/json-items.ts'
import { sheetRecords } from '../../base/sheet.ts'
import { listWords } from '../../base/text.ts'
import {
  AWARD_HEADINGS,
  type AwardCells,
  type AwardField,
  awardCells,
  awardField,
} from '../../catalogue/awards/award-headings.ts'
import { pathsOf, textsOf } from '../../catalogue/awards/award-json.ts'
import { type ListKind, seeKind } from './list-kind.ts'

/** One award of a list. */
export interface AwardRow {
  /** On which it begins, 1 for the first of the file. */
  readonly line: number
  readonly cells: AwardCells
  /** What is wrong with its shape; null when nothing is. */
  readonly fault: string | null
  /** Every text that it has, under its heading or the path to it in JSON. */
  readonly sent: () => Iterable<readonly [string, string]>
}

/**
 * Reads a list of awards in 360Giving's form, CSV, JSON or an Excel workbook, however it was saved.
 * Which it is, its first bytes tell. CSV and JSON are read piece by piece, so their size does not matter.
 *
 * @param name - of the file, for the messages
 * @throws AppError `invalid` when it is not such a list, or stops being one: the rows before stay read
 */
export async function* readAwardList(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<AwardRow> {
  const { kind, all } = await seeKind(bytes)
  if (kind === 'empty') throw new AppError('invalid', `${name} is empty`)
  try {
    yield* rowsOf(kind, all)
  } catch (cause) {
    if (!(cause instanceof Error) || 'code' in cause) throw cause
    throw new AppError('invalid', `${name} cannot be read. ${messageOf(cause)}`, { cause })
  }
}

function rowsOf(
  kind: Exclude<ListKind, 'empty'>,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<AwardRow> {
  switch (kind) {
    case 'sheet':
      return tableRows(sheetRecords(bytes))
    case 'json':
      return jsonRows(decodeChunks(bytes))
    case 'csv':
      return tableRows(csvRecords(decodeChunks(bytes)))
    case 'old sheet':
      throw new Error('It is an Excel workbook of the old kind. Save it as .xlsx or CSV')
  }
}

async function* tableRows(records: AsyncIterable<TextRecord>): AsyncGenerator<AwardRow> {
  let columns: readonly string[] | null = null
  let fields: readonly (AwardField | undefined)[] = []
  for await (const record of records) {
    if (columns === null) {
      columns = headingsOf(record)
      fields = columns.map(awardField)
      refuseWithout(fields)
      continue
    }
    const { line, cells } = record
    const texts = fields.map((field, at) => [field, cells[at] ?? ''] as const)
    const names = columns
    const sent = () => names.map((name, at) => [name, cells[at] ?? ''] as const)
    yield { line, cells: awardCells(texts), fault: faultOf(columns, cells), sent }
  }
}

function headingsOf({ cells }: TextRecord): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, last + 1)
}

/** What a list must have beside what each award must have. */
const REQUIRED: readonly AwardField[] = ['amount', 'date', 'funderName']

function refuseWithout(fields: readonly (AwardField | undefined)[]): void {
  const missing = REQUIRED.filter((field) => !fields.includes(field))
  const hasRecipient = fields.includes('recipientName') || fields.includes('individual')
  const names = [...missing, ...(hasRecipient ? [] : ['recipientName' as const])]
  if (names.length === 0) return
  const headings = listWords(names.map((field) => `"${AWARD_HEADINGS[field]}"`))
  throw new Error(`It has no column ${headings}: is it a 360Giving list?`)
}

async function* jsonRows(chunks: AsyncIterable<string>): AsyncGenerator<AwardRow> {
  for await (const { line, text } of jsonItems(chunks, 'grants')) {
    yield { line, ...readGrant(text) }
  }
}

function readGrant(text: string): Omit<AwardRow, 'line'> {
  try {
    const grant: unknown = JSON.parse(text)
    return { cells: awardCells(textsOf(grant)), fault: null, sent: () => pathsOf(grant) }
  } catch (error) {
    return { cells: {}, fault: `It is not JSON: ${messageOf(error)}`, sent: () => [] }
  }
}
