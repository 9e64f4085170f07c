import { type Instant, instantOf } from '../base/date.ts'
import { withoutContacts } from '../base/personal-data.ts'
import type { RawRecord } from './source.ts'

/**
 * What a list hands to `read`: the item, and when it was read, which is the newest that it can be. One
 * from quarantine has lost that, so that the same bad item is one item: it is older than any other.
 */
export interface ListRecord {
  readonly value: unknown
  readonly readAt: Instant
}

/** When something from quarantine was read: then it is not known any more. */
export const LONG_AGO = instantOf(new Date(0))

/** The record of one item. The text is made only when it is asked for: few go to quarantine. */
export const listRecord = (value: unknown, readAt: Instant): RawRecord => ({
  value: { item: value, readAt },
  get text() {
    return JSON.stringify({ item: withoutContacts(value) })
  },
})

/** The item that `listRecord` was made of; null for anything else. */
export const sentItem = (record: unknown): unknown => readListRecord(record)?.value ?? null

/** What `listRecord` made, or quarantine gave back; null for anything else. */
export function readListRecord(record: unknown): ListRecord | null {
  if (typeof record !== 'object' || record === null || !('item' in record)) return null
  const readAt = 'readAt' in record && typeof record.readAt === 'string' ? record.readAt : LONG_AGO
  return { value: record.item, readAt: readAt as Instant }
}
