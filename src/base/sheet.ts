import { readSheet } from 'read-excel-file/universal'
import type { TextRecord } from './csv-records.ts'
import { joinBytes } from './decode.ts'
import { messageOf } from './errors.ts'
import { zipSizes } from './zip-sizes.ts'

/**
 * A workbook is held in memory whole, packed and unpacked, and while it is read nothing else goes on: 25 MB of
 * cells take up to 4 seconds and 450 MB of memory, 80 MB the best part of a minute.
 */
export const MOST_PACKED = 40 * 1024 * 1024
const MOST_UNPACKED = 25 * 1024 * 1024
const MOST_ENTRIES = 2_000

/**
 * Reads the rows of the first sheet of an Excel workbook (.xlsx); the headings are the first of them.
 * Days are written `2026-06-03`, numbers as they are.
 *
 * @throws Error when it is no such workbook, or one that is larger than we hold
 */
export async function* sheetRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextRecord> {
  const bytes = await collect(chunks)
  refuseLarge(bytes)
  const rows = await rowsOf(bytes)
  for (const [at, row] of rows.entries()) {
    const cells = row.map(textOf)
    if (cells.some((cell) => cell !== '')) yield { line: at + 1, cells }
  }
}

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(new Uint8Array(bytes).buffer)
  } catch (cause) {
    throw new Error(`It is not an Excel workbook that can be read: ${messageOf(cause)}`, { cause })
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > MOST_PACKED) throw new Error(`It is a workbook of more than ${inMegabytes(MOST_PACKED)}`)
    parts.push(chunk)
  }
  return joinBytes(parts)
}

function refuseLarge(bytes: Uint8Array): void {
  const sizes = zipSizes(bytes)
  if (sizes === null) throw new Error('It is not an Excel workbook, or it was cut short')
  if (sizes.entries > MOST_ENTRIES) throw new Error('It is a workbook of too many parts')
  if (sizes.unpacked > MOST_UNPACKED) {
    throw new Error(`It is a workbook that unpacks to more than ${inMegabytes(MOST_UNPACKED)}`)
  }
}

const inMegabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell).trim()
}
