import * as z from 'zod'
import { dayOf, daysBetween, type IsoDate, isIsoDate } from '../base/date.ts'
import { AppError } from '../base/errors.ts'
import { hashOf } from '../base/hash.ts'
import type { SourceEntry } from '../domain/source.ts'
import { grantSent, readGrant } from './find-a-grant-read.ts'
import { DetailProps, GRANT_FIELDS, ListedGrant, ListProps } from './find-a-grant-schema.ts'
import { type ListItem, type ListPage, type ListSoFar, readListing } from './listing.ts'
import { nextPageProps } from './next-data.ts'
import { checkedSettings, webUrl } from './settings.ts'
import type { Connector, PoliteGet } from './source.ts'
import { SourceRefused } from './source-refused.ts'

const Settings = z.strictObject({
  paceMs: z.number().nonnegative().default(1000),
  maxPages: z.int().min(1).default(200),
  /** After how many days the page of a grant is read again, though the list says nothing new of it. */
  detailDays: z.number().positive().default(7),
})
type FindAGrantSettings = Readonly<z.infer<typeof Settings>>

/**
 * Lists like GOV.UK Find a Grant: pages of a Next.js site whose data are grants from Contentful. The
 * page of a grant is read when it is new or its entry in the list has changed.
 */
export const findAGrant: Connector = {
  name: 'find-a-grant',
  open(entry) {
    const url = webUrl(entry)
    const settings = checkedSettings(Settings, entry)
    return {
      pages: (get, from, now) =>
        readListing(
          {
            name: entry.name,
            maxPages: settings.maxPages,
            listsEverything: true,
            fetch: (page, soFar) => fetchPage({ entry, url, settings, get, today: dayOf(now) }, page, soFar),
          },
          from,
          now,
        ),
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
  readonly get: PoliteGet
  readonly today: IsoDate
}

async function fetchPage(site: Site, page: number, { marks, seen }: ListSoFar): Promise<ListPage> {
  const { entry, url, settings, get } = site
  const address = new URL(url)
  address.searchParams.set('page', String(page))
  const props = nextPageProps(await get(address.href, mannersOf(settings)), entry.name)
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
  const fields = label === null ? null : await fetchFields(site, label)
  // Without its page it is read from the list alone, and its page is asked for again the next time.
  return { key, value: { listed, fields }, mark: fields === null ? null : `${print} ${site.today}` }
}

/** Whether the page was read not long ago, from an entry that was the same. */
function isFresh(mark: string | undefined, print: string, { settings, today }: Site): boolean {
  const [before, readOn = ''] = mark?.split(' ') ?? []
  return before === print && isIsoDate(readOn) && daysBetween(readOn, today) < settings.detailDays
}

const GONE = [404, 410]

/** Null when the site has no such page any more, or sends another one in its place. */
async function fetchFields({ entry, url, settings, get }: Site, label: string): Promise<unknown> {
  try {
    const html = await get(`${url}/${encodeURIComponent(label)}`, mannersOf(settings))
    return DetailProps.safeParse(nextPageProps(html, entry.name)).data?.grantDetail.fields ?? null
  } catch (error) {
    if (error instanceof SourceRefused && GONE.includes(error.status)) return null
    throw error
  }
}

const mannersOf = ({ paceMs }: FindAGrantSettings) => ({ paceMs, throttle: [] })
