import { faultOf } from '../../base/csv.ts'
import { csvRecords, type TextRecord } from '../../base/csv-records.ts'
import { decodeChunks, type OpenBytes } from '../../base/decode.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import { jsonItems } from '../../base/json-items.ts'
import { listWords } from '../../base/text.ts'
import {
  AWARD_HEADINGS,
  type AwardCells,
  type AwardField,
  awardCells,
  awardField,
} from '../../catalogue/awards/award-headings.ts'
import { textsOf } from '../../catalogue/awards/award-json.ts'

/** One award of a list. */
export interface AwardRow {
  /** On which it begins, 1 for the first of the file. */
  readonly line: number
  readonly cells: AwardCells
  /** What is wrong with its shape; null when nothing is. */
  readonly fault: string | null
}

/**
 * Reads a list of awards in 360Giving's form, CSV or JSON, however it was saved, piece by piece.
 *
 * @param name - of the file, for the messages
 * @throws AppError `invalid` when it is not such a list, or stops being one: the rows before stay read
 */
export async function* readAwardList(open: OpenBytes, name: string): AsyncGenerator<AwardRow> {
  const start = await startOf(open)
  if (start === '') throw new AppError('invalid', `${name} is empty`)
  const chunks = decodeChunks(open)
  try {
    yield* start === '{' || start === '[' ? jsonRows(chunks) : csvRows(chunks)
  } catch (cause) {
    if (!(cause instanceof Error) || 'code' in cause) throw cause
    throw new AppError('invalid', `${name} cannot be read. ${messageOf(cause)}`, { cause })
  }
}

/** The first sign that is not space; empty for a file without one. */
async function startOf(open: OpenBytes): Promise<string> {
  for await (const chunk of decodeChunks(open)) {
    const text = chunk.trimStart()
    if (text !== '') return text.charAt(0)
  }
  return ''
}

async function* csvRows(chunks: AsyncIterable<string>): AsyncGenerator<AwardRow> {
  let columns: readonly string[] | null = null
  let fields: readonly (AwardField | undefined)[] = []
  for await (const record of csvRecords(chunks)) {
    if (columns === null) {
      columns = headingsOf(record)
      fields = columns.map(awardField)
      refuseWithout(fields)
      continue
    }
    const { line, cells } = record
    const texts = fields.map((field, at) => [field, cells[at] ?? ''] as const)
    yield { line, cells: awardCells(texts), fault: faultOf(columns, cells) }
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
    try {
      yield { line, cells: awardCells(textsOf(JSON.parse(text))), fault: null }
    } catch (error) {
      yield { line, cells: {}, fault: `It is not JSON: ${messageOf(error)}` }
    }
  }
}
