import * as z from 'zod'
import type { Instant } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { hashOf } from '../../base/hash.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { listRecord, sentItem } from '../list-record.ts'
import { webUrl } from '../settings.ts'
import type { Connector, Page, PoliteGet } from '../source.ts'
import { openSite } from '../web/site.ts'
import { Validators } from '../web/validators.ts'
import { type FeedItem, parseItems } from './feed-items.ts'
import { type Handed, ITEM_FIELDS, keyOf, readItem } from './feed-read.ts'
import { type FeedSettings, feedSettings } from './feed-settings.ts'

/** What is remembered of a feed between two harvests. */
const State = z.object({
  /** Of what the entry says: by another entry the feed is read anew. */
  print: z.string(),
  validators: Validators.nullable(),
  /** Of the items that it had. */
  keys: z.array(z.string()).readonly(),
})
type State = z.infer<typeof State>

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'

/**
 * An RSS 2.0, Atom, RDF or JSON feed of opportunities. A feed has only its newest items, so one that
 * is no longer in it says nothing.
 */
export const feed: Connector = {
  name: 'feed',
  open(entry) {
    // Refuses what is no address.
    webUrl(entry)
    const settings = feedSettings(entry)
    return {
      pages: (get, from, now) => readFeed(entry, settings, get, from, now),
      read: (record) => readItem(record, entry, settings),
      fields: ITEM_FIELDS,
      sent: sentItem,
    }
  },
}

async function* readFeed(
  entry: SourceEntry,
  settings: FeedSettings,
  get: PoliteGet,
  from: unknown,
  now: Instant,
): AsyncIterable<Page> {
  const { paceMs, throttle } = settings
  const site = openSite(get, { paceMs, throttle, accept: ACCEPT })
  const state = stateFrom(from, entry)
  const listedOf = (keys: readonly string[]) => (settings.mayBeEmpty ? {} : { listed: keys.length })
  const fresh = await site.listIfChanged(entry.url, state.validators)
  if (fresh === null) {
    const records = state.keys.map((unchanged) => listRecord({ unchanged }, now))
    yield { records, resume: state, last: true, ...listedOf(state.keys) }
    return
  }
  const items = parseItems(fresh.text, entry.name)
  if (items.length === 0 && state.keys.length > 0 && !settings.mayBeEmpty) {
    throw new AppError(
      'source_unavailable',
      `${entry.name} sent a feed without items, where there were ${state.keys.length}`,
    )
  }
  const newest = newestByKey(items, entry)
  const records = items.map((item) => {
    const key = keyOf(item, entry)
    const isRepeat = key !== null && newest.get(key) !== item
    const handed: Handed = isRepeat ? { repeated: key } : item
    return listRecord(handed, now)
  })
  const keys = [...newest.keys()]
  yield { records, resume: { ...state, validators: fresh.validators, keys }, last: true, ...listedOf(keys) }
}

function stateFrom(stored: unknown, { settings, licence }: SourceEntry): State {
  const print = hashOf(JSON.stringify([settings, licence]))
  const { data } = State.safeParse(stored)
  return { print, validators: data?.print === print ? data.validators : null, keys: data?.keys ?? [] }
}

/** Of two items with one key the one that was changed last counts, else the one that comes first. */
function newestByKey(items: readonly FeedItem[], entry: SourceEntry): ReadonlyMap<string, FeedItem> {
  const newest = new Map<string, FeedItem>()
  for (const item of items) {
    const key = keyOf(item, entry)
    if (key === null) continue
    const other = newest.get(key)
    if (other === undefined || momentOf(item) > momentOf(other)) newest.set(key, item)
  }
  return newest
}

const momentOf = ({ updated }: FeedItem): number => Date.parse(updated ?? '') || 0
