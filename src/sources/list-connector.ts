import * as z from 'zod'
import type { Instant } from '../base/date.ts'
import { AppError, messageOf } from '../base/errors.ts'
import { hashOf } from '../base/hash.ts'
import type { OpportunityContent } from '../domain/opportunity.ts'
import type { Reading, SourceEntry } from '../domain/source.ts'
import { readListRecord, sentItem } from './list-record.ts'
import { type ListSoFar, readListing } from './listing.ts'
import { checkedSettings, webUrl } from './settings.ts'
import type { Connector, PoliteGet } from './source.ts'
import { aboutOf } from './whole-list.ts'

/** What every source with a list can set. */
export const LIST_SETTINGS = {
  paceMs: z.number().nonnegative().default(1000),
  maxPages: z.int().min(1).default(200),
  /** Items a page. */
  pageSize: z.int().min(1).max(1000).default(100),
  /** Whether what is gone from two lists in a row before its closing date is withdrawn. */
  listsEverything: z.boolean().default(false),
}
interface ListSettings {
  readonly paceMs: number
  readonly maxPages: number
  readonly pageSize: number
  readonly listsEverything: boolean
}

/** A source that is open, with what its registry entry says. */
export interface ListSite<Settings> {
  readonly entry: SourceEntry
  /** Without a slash at its end. */
  readonly url: string
  readonly settings: Settings
}

/** What an item is: a call, the end of one, nothing for us, or bad, with the end of a sentence that says why. */
export type ReadItem =
  | { readonly content: OpportunityContent }
  | { readonly ended: 'withdrawn' }
  | { readonly skipped: string }
  | { readonly fault: string }

/** A kind of source whose list has, on numbered pages, all that is read of an item. */
export interface ListKind<Settings extends ListSettings> {
  readonly name: string
  readonly settings: z.ZodType<Settings>
  /** The fields that it reads of an item. */
  readonly fields: readonly string[]
  /**
   * Fetches a page.
   *
   * @param at - the number of the page, of which the first is 1, and how many items the pages before had
   * @throws AppError `source_unavailable`
   */
  fetch(
    site: ListSite<Settings>,
    get: PoliteGet,
    at: { readonly page: number; readonly taken: number },
  ): Promise<{ readonly items: readonly unknown[]; readonly total: number | null }>
  /** The source's own key of an item; null when it has none. */
  keyOf(item: unknown): string | null
  /** Pure, and never throws on bad data. */
  readItem(item: unknown, site: ListSite<Settings>, readAt: Instant): ReadItem
}

/** The connector for a kind of list. Of an item that can change without a date of its own, when it was read counts. */
export const listConnector = <Settings extends ListSettings>(kind: ListKind<Settings>): Connector => ({
  name: kind.name,
  open(entry) {
    const url = webUrl(entry)
    const site = { entry, url, settings: checkedSettings(kind.settings, entry) }
    const { maxPages, listsEverything } = site.settings
    return {
      pages: (get, from, now) => {
        const fetch = async (page: number, { taken }: ListSoFar) => {
          const { items, total } = await kind.fetch(site, get, { page, taken })
          const listed = items.map((value) => ({ key: kind.keyOf(value), value, mark: null }))
          return { items: listed, length: items.length, total }
        }
        const about = aboutOf(entry)
        return readListing({ name: entry.name, maxPages, listsEverything, about, fetch }, from, now)
      },
      read: (record) => readRecord(kind, site, record),
      fields: kind.fields,
      sent: sentItem,
    }
  },
})

function readRecord<Settings extends ListSettings>(
  kind: ListKind<Settings>,
  site: ListSite<Settings>,
  record: unknown,
): Reading {
  const { value, readAt } = readListRecord(record) ?? { value: null, readAt: null }
  const key = value === null ? null : kind.keyOf(value)
  const bad = (reason: string): Reading => ({ outcome: 'bad', key, releasedAt: readAt, reason })
  if (readAt === null || typeof value !== 'object') return bad('The record is not an item of the list')
  if (key === null) return bad('The item has no id')
  const read = kind.readItem(value, site, readAt)
  if ('fault' in read) return bad(`The item ${read.fault}`)
  if ('skipped' in read) return { outcome: 'skipped', reason: read.skipped }
  const version = { key, revision: hashOf(JSON.stringify(value)), releasedAt: readAt }
  return 'ended' in read
    ? { outcome: 'ending', ...version, ended: read.ended }
    : { outcome: 'opportunity', ...version, content: read.content }
}

/**
 * A page of JSON in the shape that is needed.
 *
 * @param what - what the page should be, for the message: "a list of grants"
 * @throws AppError `source_unavailable` when it is no JSON, cut short, or of another shape
 */
export function parsePage<T extends z.ZodType>(
  schema: T,
  text: string,
  from: string,
  what: string,
): z.infer<T> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new AppError('source_unavailable', `${from} sent a page that is damaged (${messageOf(cause)})`, {
      cause,
    })
  }
  const { success, data } = schema.safeParse(json)
  if (!success) throw new AppError('source_unavailable', `${from} sent a page that is not ${what}`)
  return data
}
