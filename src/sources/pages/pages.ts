import type { Instant } from '../../base/date.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { webUrl } from '../settings.ts'
import type { Connector, Page, PoliteGet } from '../source.ts'
import { openSite } from '../web/site.ts'
import { beginRound } from './begin-round.ts'
import { discover } from './discover.ts'
import { fetchPages, recordOf } from './fetch-pages.ts'
import { readPage } from './page-read.ts'
import { fieldsSent, rawRecord } from './page-record.ts'
import { type PagesSettings, pagesSettings } from './pages-settings.ts'
import { type PagesState, stateFrom } from './pages-state.ts'

/**
 * A site with a page for each opportunity, which a sitemap, a feed or a listing names. Where what
 * stands in a page is for the registry to say, by CSS selectors and labels.
 */
export const pages: Connector = {
  name: 'pages',
  open(entry) {
    // Refuses what is no address.
    webUrl(entry)
    const settings = pagesSettings(entry)
    return {
      pages: (get, from, now) => readRound(entry, settings, get, from, now),
      // A saved page does not say where it was.
      ...(!settings.cardsOnly && {
        readSaved: (text, now) => rawRecord(recordOf(settings, { url: entry.url, card: null }, text, now)),
      }),
      read: (record) => readPage(record, entry, settings),
      fields: Object.keys(settings.fields),
      sent: fieldsSent,
    }
  },
}

/** Goes on with the round under way, or begins one: first the listing, then the pages that are due. */
async function* readRound(
  entry: SourceEntry,
  settings: PagesSettings,
  get: PoliteGet,
  from: unknown,
  now: Instant,
): AsyncIterable<Page> {
  const site = openSite(get, settings)
  let state = stateFrom(from, entry, settings)
  if (state.round === null) {
    const listing = await discover(entry, settings, site, state.validators)
    const begun = beginRound(entry, settings, state, listing, now)
    state = begun.state
    yield pageOf(begun.records.map(rawRecord), state, settings)
  }
  while (state.round !== null && state.round.due.length > 0) {
    const fetched = await fetchPages(settings, site, state, now)
    state = fetched.state
    yield pageOf(fetched.records.map(rawRecord), state, settings)
    if (fetched.failure !== null) throw fetched.failure
  }
}

/**
 * When nothing is left to fetch, the round is over, and the next harvest begins another. What was
 * listed then, and was there, is all that the site offers, if it lists everything.
 */
function pageOf(records: Page['records'], state: PagesState, { listsEverything }: PagesSettings): Page {
  const { round } = state
  if (round === null || round.due.length > 0) return { records, resume: state, last: false }
  const { startedAt: listedAt, validators } = round
  const resume: PagesState = { ...state, listedAt, validators, round: null }
  const offered = Object.entries(state.known)
    .filter(([, page]) => page.listedAt === listedAt && !page.isGone)
    .map(([url]) => url)
  return { records, resume, last: true, listed: offered.length, ...(listsEverything && { offered }) }
}
