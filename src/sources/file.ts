import * as z from 'zod'
import { type Instant, instantAt, instantOf, localTime } from '../base/date.ts'
import { AppError } from '../base/errors.ts'
import { hashOf } from '../base/hash.ts'
import { withoutContacts } from '../base/personal-data.ts'
import type { Reading, SourceEntry } from '../domain/source.ts'
import { BadCell, dayCell, textCell } from './file-cells.ts'
import { COLUMNS, type Row } from './file-columns.ts'
import { readRow } from './file-content.ts'
import { type Entry, parseList } from './file-list.ts'
import { checkedSettings } from './settings.ts'
import type { Connector, RawRecord } from './source.ts'
import { aboutOf, Whole, wholeAfter } from './whole-list.ts'

const Settings = z.strictObject({
  /** By the ending of the address, unless stated. */
  format: z.enum(['csv', 'json']).optional(),
  /** Whether what is gone from two lists in a row before its closing date is withdrawn. */
  listsEverything: z.boolean().default(false),
})
/** Between two harvests. */
const State = z.object({ whole: Whole.nullable() })
const MANNERS = { paceMs: 1000, throttle: [] }

/**
 * What `pages` hands to `read`: the row, and when it was read, which is the newest that it can be. A
 * row from quarantine has lost that, so that the same bad row is one row: it is older than any other.
 */
interface FileRecord extends Entry {
  readonly readAt?: Instant
}

const LONG_AGO = instantOf(new Date(0))

/** A list in a CSV or JSON file, on the web or on the host's own disk. Each harvest reads it whole. */
export const file: Connector = {
  name: 'file',
  open(entry) {
    if (!/^(?:https?|file):/.test(entry.url)) {
      throw new AppError('invalid', `The address of the source ${entry.id} must begin with https:// or file:`)
    }
    const format = formatOf(entry)
    return {
      async *pages(get, from, now) {
        const text = await get(entry.url, MANNERS)
        const entries = withoutRepeats(parseList(text, format, entry.name))
        const records = entries.map((item) => recordOf(item, now))
        yield { records, last: true, listed: entries.length, ...ending(entry, entries, from) }
      },
      read: readRecord,
      fields: COLUMNS,
      sent: (record) => (isFileRecord(record) ? record.row : null),
    }
  },
}

/** What is remembered of the list, and what it offers when it has everything and every row of it has a key. */
function ending(entry: SourceEntry, entries: readonly Entry[], from: unknown) {
  if (!checkedSettings(Settings, entry).listsEverything) return { resume: null }
  const before = State.safeParse(from).data?.whole ?? null
  const keys = entries.map(({ row }) => keyOf(row))
  const known = [...new Set(keys.filter((key) => key !== null))]
  const isWhole = known.length > 0 && !keys.includes(null)
  if (!isWhole) return { resume: { whole: before } }
  const { whole, offered } = wholeAfter(before, aboutOf(entry), known)
  return { resume: { whole }, ...(offered && { offered }) }
}

/** @throws AppError `invalid` when neither the settings nor the address say */
function formatOf(entry: SourceEntry): 'csv' | 'json' {
  const stated = checkedSettings(Settings, entry).format
  const ending = /\.(csv|json)(?:[?#].*)?$/i.exec(entry.url)?.[1]?.toLowerCase()
  const format = stated ?? ending
  if (format !== 'csv' && format !== 'json') {
    throw new AppError(
      'invalid',
      `The source ${entry.id} must say in settings.format whether it is csv or json`,
    )
  }
  return format
}

/** Of two entries with one key, the first counts. */
function withoutRepeats(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<unknown>()
  return entries.map((entry) => {
    const key = keyOf(entry.row)
    const isRepeat = key !== null && seen.has(key)
    seen.add(key)
    return isRepeat ? { ...entry, fault: `The key ${key} is in the list twice` } : entry
  })
}

const recordOf = (entry: Entry, readAt: Instant): RawRecord => {
  const value: FileRecord = { ...entry, readAt }
  return {
    value,
    get text() {
      return JSON.stringify(withoutContacts(entry))
    },
  }
}

function readRecord(record: unknown): Reading {
  if (!isFileRecord(record)) {
    return { outcome: 'bad', key: null, releasedAt: null, reason: 'The record is not a row of a list' }
  }
  const { row, fault, readAt = LONG_AGO } = record
  const key = keyOf(row)
  if (fault !== null) return { outcome: 'bad', key, releasedAt: readAt, reason: fault }
  try {
    if (key === null) throw new BadCell('key', 'is missing')
    const revisedOn = dayCell(row, 'revised_on')
    return {
      outcome: 'opportunity',
      key,
      revision: revisedOn ?? hashOf(JSON.stringify(COLUMNS.map((column) => row[column] ?? null))),
      releasedAt: revisedOn === null ? readAt : instantAt(revisedOn, localTime('00:00')),
      content: readRow(row),
    }
  } catch (error) {
    if (!(error instanceof BadCell)) throw error
    return { outcome: 'bad', key, releasedAt: readAt, reason: `The column ${error.message}` }
  }
}

/** Quarantine keeps records as JSON, so what comes back must be looked at. */
const isFileRecord = (value: unknown): value is FileRecord =>
  typeof value === 'object' &&
  value !== null &&
  'row' in value &&
  typeof value.row === 'object' &&
  value.row !== null &&
  'fault' in value &&
  (value.fault === null || typeof value.fault === 'string') &&
  (!('readAt' in value) || typeof value.readAt === 'string')

function keyOf(row: Row): string | null {
  try {
    return textCell(row, 'key')
  } catch {
    return null
  }
}
