import { parseCsv, type Table } from '../base/csv.ts'
import { AppError, messageOf } from '../base/errors.ts'
import { checkColumns, REQUIRED_COLUMNS, type Row } from './file-columns.ts'
import { brokenNumberIn, parseLenientJson } from './lenient-json.ts'

/** An entry of a list, with what is wrong with its shape; null when nothing is. */
export interface Entry {
  readonly row: Row
  readonly fault: string | null
}

/** @throws AppError `source_unavailable` when the text is not a list that we know how to read */
export const parseList = (text: string, format: 'csv' | 'json', from: string): readonly Entry[] =>
  format === 'csv' ? readCsv(text, from) : readJson(text, from)

function readCsv(text: string, from: string): readonly Entry[] {
  const { columns, rows } = tableOf(text, from)
  checkColumns(columns, from)
  return rows.map(({ cells, fault }) => ({ row: cells, fault }))
}

function tableOf(text: string, from: string): Table {
  try {
    return parseCsv(text)
  } catch (cause) {
    throw new AppError('source_unavailable', `${from} cannot be read. ${messageOf(cause)}`, { cause })
  }
}

function readJson(text: string, from: string): readonly Entry[] {
  const items = itemsOf(parseLenientJson(text, from))
  if (items === null) {
    throw new AppError('source_unavailable', `${from} is neither a list nor an object with “opportunities”`)
  }
  const objects = items.filter(isObject)
  checkColumns([...new Set(objects.flatMap((item) => [...REQUIRED_COLUMNS, ...Object.keys(item)]))], from)
  return items.map((item) =>
    isObject(item)
      ? objectEntry(item)
      : { row: {}, fault: `The entry is not an object: ${JSON.stringify(item)}` },
  )
}

function objectEntry(row: Row): Entry {
  const broken = brokenNumberIn(row)
  return { row, fault: broken === null ? null : `It has a number that JSON does not allow: ${broken}` }
}

function itemsOf(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json
  const inner = isObject(json) && 'opportunities' in json ? json.opportunities : null
  return Array.isArray(inner) ? inner : null
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
