import * as z from 'zod'
import type { Instant } from '../../base/date.ts'
import { withoutContacts } from '../../base/personal-data.ts'
import type { RawRecord } from '../source.ts'
import { Fields } from './page-fields.ts'

/** Quarantine leaves it out, so that the same bad page is one record. */
const readAt = z.custom<Instant>((value) => typeof value === 'string').optional()

/** What came of one page that is listed, or was. The key of each is its address. */
export const PageRecord = z.union([
  /** It was read. */
  z.strictObject({ url: z.string(), fields: Fields, readAt }),
  /** The listing says that it is what it was. */
  z.strictObject({ unchanged: z.string() }),
  /** It is listed, and no longer there. */
  z.strictObject({ gone: z.string() }),
  /** The site's robots.txt asks not to read it. */
  z.strictObject({ disallowed: z.string() }),
  /** It could not be had, or not be read; the reason ends a sentence. */
  z.strictObject({ failed: z.string(), reason: z.string(), readAt }),
])
export type PageRecord = z.infer<typeof PageRecord>

/** What the places in the settings gave; null for anything but a page that was read. */
export function fieldsSent(record: unknown): Fields | null {
  const { data } = PageRecord.safeParse(record)
  return data && 'fields' in data ? data.fields : null
}

export const rawRecord = (value: PageRecord): RawRecord => ({
  value,
  get text() {
    return JSON.stringify(withoutContacts({ ...value, readAt: undefined }))
  },
})
