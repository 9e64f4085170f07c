import * as z from 'zod'
import { dayOf, daysBetween, type Instant, isIsoDate } from '../base/date.ts'
import { AppError } from '../base/errors.ts'
import { hashOf } from '../base/hash.ts'
import type { SourceEntry } from '../domain/source.ts'
import { grantSent, pageOfGrant, readGrant } from './find-a-grant-read.ts'
import { DetailProps, GRANT_FIELDS, ListedGrant, ListProps } from './find-a-grant-schema.ts'
import { listRecord } from './list-record.ts'
import { type ListItem, type ListPage, type ListSoFar, readListing } from './listing.ts'
import { nextPageProps } from './next-data.ts'
import { checkedSettings, webUrl } from './settings.ts'
import type { Connector } from './source.ts'
import { SourceRefused } from './source-refused.ts'
import { openSite, type Site as WebSite } from './web/site.ts'
import { aboutOf } from './whole-list.ts'

const Settings = z.strictObject({
  paceMs: z.number().nonnegative().default(1000),
  maxPages: z.int().min(1).default(200),
  /** After how many days the page of a grant is read again, though the list says nothing new of it. */
  detailDays: z.number().positive().default(7),
})
type FindAGrantSettings = Readonly<z.infer<typeof Settings>>

/**
 * Lists like GOV.UK Find a Grant: pages of a Next.js site whose data are grants from Contentful. The
 * page of a grant is read when it is new or its entry in the list has changed, and robots.txt allows it.
 */
export const findAGrant: Connector = {
  name: 'find-a-grant',
  open(entry) {
    const url = webUrl(entry)
    const settings = checkedSettings(Settings, entry)
    return {
      pages: (get, from, now) => {
        const web = openSite(get, { paceMs: settings.paceMs, throttle: [] })
        const site: Site = { entry, url, settings, web, now, failures: 0 }
        const fetch = (page: number, soFar: ListSoFar) => fetchPage(site, page, soFar)
        const { maxPages } = settings
        const about = aboutOf(entry)
        return readListing({ name: entry.name, maxPages, listsEverything: true, about, fetch }, from, now)
      },
      read: (record) => readGrant(record, { url, licence: entry.licence }),
      fields: GRANT_FIELDS,
      sent: grantSent,
    }
  },
}

interface Site {
  readonly entry: SourceEntry
  readonly url: string
  readonly settings: FindAGrantSettings
  readonly web: WebSite
  readonly now: Instant
  /** How many pages of grants in a row could not be had. */
  failures: number
}

/** After so many in a row it is the site that fails, not a page. */
const MOST_FAILURES = 3

async function fetchPage(site: Site, page: number, { marks, seen }: ListSoFar): Promise<ListPage> {
  const { entry, url, web } = site
  const address = new URL(url)
  address.searchParams.set('page', String(page))
  const props = nextPageProps(await web.list(address.href), entry.name)
  const { success, data } = ListProps.safeParse(props)
  if (!success) throw new AppError('source_unavailable', `${entry.name} sent a page without a list of grants`)
  const items: ListItem[] = []
  const keys = new Set(seen)
  for (const listed of data.searchResult) {
    const key = ListedGrant.parse(listed).id
    if (key !== null && keys.has(key)) continue
    if (key !== null) keys.add(key)
    items.push(await itemOf(site, listed, marks))
  }
  return { items, length: data.searchResult.length, total: data.totalGrants }
}

async function itemOf(site: Site, listed: unknown, marks: ListSoFar['marks']): Promise<ListItem> {
  const { id: key, label } = ListedGrant.parse(listed)
  const print = hashOf(JSON.stringify(listed))
  if (key !== null && isFresh(marks.get(key), print, site)) {
    return { key, value: { unchanged: key }, mark: marks.get(key) ?? null }
  }
  const page = label === null ? {} : await fetchFields(site, label)
  const value = { listed, ...page }
  // What is not read whole now is asked for again the next time.
  const mark = page.fields === undefined || isBad(value, site) ? null : `${print} ${dayOf(site.now)}`
  return { key, value, mark }
}

/** Whether the page was read not long ago, from an entry that was the same. */
function isFresh(mark: string | undefined, print: string, { settings, now }: Site): boolean {
  const [before, readOn = ''] = mark?.split(' ') ?? []
  return before === print && isIsoDate(readOn) && daysBetween(readOn, dayOf(now)) < settings.detailDays
}

const isBad = (value: unknown, { url, entry, now }: Site): boolean =>
  readGrant(listRecord(value, now).value, { url, licence: entry.licence }).outcome === 'bad'

const GONE = [404, 410]

/** What the page of a grant says, or why it could not be had. */
interface GrantPage {
  /** Absent when robots.txt asks not to read it, and when the site has no such page any more or sends another. */
  readonly fields?: unknown
  /** The end of a sentence that begins "The grant". */
  readonly fault?: string
}

/** @throws AppError `source_unavailable` when several pages in a row cannot be had; SourceBusy */
async function fetchFields(site: Site, label: string): Promise<GrantPage> {
  const { entry, url, web } = site
  try {
    const html = await web.page(pageOfGrant(url, label))
    const page = html === null ? {} : fieldsIn(html, entry)
    site.failures = 0
    return page
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'source_unavailable') throw error
    if (error instanceof SourceRefused && GONE.includes(error.status)) return {}
    site.failures += 1
    if (site.failures >= MOST_FAILURES) throw error
    return { fault: `has a page that could not be had: ${error.message}` }
  }
}

/** @throws AppError `source_unavailable` when it is no page of the site */
function fieldsIn(html: string, { name }: SourceEntry): GrantPage {
  const { data } = DetailProps.safeParse(nextPageProps(html, name))
  return data ? { fields: data.grantDetail.fields } : {}
}
