import { addMs, type Instant } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { count } from '../../base/text.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Discovered, Listed } from './listed.ts'
import type { Fields } from './page-fields.ts'
import type { PageRecord } from './page-record.ts'
import type { PagesSettings } from './pages-settings.ts'
import { type Due, type Known, neverRead, type PagesState } from './pages-state.ts'

/** A round that has begun: what the listing alone says, and what is to be fetched. */
export interface Begun {
  readonly records: readonly PageRecord[]
  /** Its round has nothing due when there is nothing to fetch. */
  readonly state: PagesState
}

/**
 * Decides from the listing which pages are to be fetched and which are what they were. Pages that have
 * left a listing which does not have everything are fetched now and then all the same.
 *
 * @param listing - null when it has not changed since the last round
 * @throws AppError `source_unavailable` when it lists too little to be believed
 */
export function beginRound(
  entry: SourceEntry,
  settings: PagesSettings,
  before: PagesState,
  listing: Discovered | null,
  now: Instant,
): Begun {
  const pages = listing?.pages ?? listedBefore(before)
  checkShare(entry, settings, pages.length, listedBefore(before).length)
  const judged = [
    ...pages.map((page) => judgeListed(settings, before.known[page.url], page, now)),
    ...unlisted(before, pages).map(([url, old]) => judgeUnlisted(settings, old, url, now)),
  ]
  const round = {
    startedAt: now,
    validators: listing === null ? before.validators : listing.validators,
    due: judged.flatMap(({ due }) => due ?? []),
  }
  const known = Object.fromEntries(judged.flatMap(({ url, known }) => (known === null ? [] : [[url, known]])))
  return { records: judged.flatMap(({ record }) => record ?? []), state: { ...before, known, round } }
}

/** What the listing alone says of one page. */
interface Judged {
  readonly url: string
  /** What is remembered of it now; null to forget it. */
  readonly known: Known | null
  readonly record?: PageRecord
  /** When it is to be fetched. */
  readonly due?: Due
}

function judgeListed(
  settings: PagesSettings,
  old: Known | undefined,
  { url, lastmod, fields, card }: Listed,
  now: Instant,
): Judged {
  const known = { ...(old ?? neverRead(now)), listedAt: now }
  if (fields !== null) return { url, known, record: { url, fields, readAt: now } }
  if (saysOther(known.card, card) || isDue(known, lastmod, settings, now)) {
    return { url, known, due: { url, lastmod, card } }
  }
  return known.isGone ? { url, known } : { url, known, record: { unchanged: url } }
}

function judgeUnlisted(settings: PagesSettings, old: Known, url: string, now: Instant): Judged {
  if (addMs(old.listedAt, settings.keepDays * DAY_MS) <= now) return { url, known: null }
  // Listed again, it is fetched again, though the listing then says that it has not changed.
  if (settings.listsEverything) return { url, known: { ...old, readAt: null } }
  const isForFetching = !old.isGone && isDue(old, null, settings, now)
  return isForFetching
    ? { url, known: old, due: { url, lastmod: null, card: old.card } }
    : { url, known: old }
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

function unlisted({ known }: PagesState, pages: readonly Listed[]): readonly (readonly [string, Known])[] {
  const listed = new Set(pages.map(({ url }) => url))
  return Object.entries(known).filter(([url]) => !listed.has(url))
}

/** What the last round listed, with what was said of each page when it was read. */
const listedBefore = ({ known, listedAt }: PagesState): readonly Listed[] =>
  Object.entries(known)
    .filter(([, page]) => page.listedAt === listedAt)
    .map(([url, { lastmod, card }]) => ({ url, lastmod, fields: null, card }))

const saysOther = (before: Fields | null, now: Fields | null): boolean =>
  JSON.stringify(before) !== JSON.stringify(now)

function isDue(
  { readAt, ...old }: Known,
  lastmod: string | null,
  { recheckHours }: PagesSettings,
  now: Instant,
): boolean {
  if (readAt === null) return true
  if (lastmod !== null && lastmod !== old.lastmod) return true
  return (lastmod === null || old.isGone) && addMs(readAt, recheckHours * HOUR_MS) <= now
}

/** A site that is being rebuilt lists little or nothing, and nothing of that has been withdrawn. */
function checkShare(
  { name }: SourceEntry,
  { leastShare, listsEverything }: PagesSettings,
  listed: number,
  before: number,
): void {
  const isTooFew = listed < before * leastShare
  const isNothing = listed === 0 && leastShare > 0
  if (!isNothing && !(listsEverything && isTooFew)) return
  const where = before === 0 ? 'no page that counts' : `${count(listed, 'page')} where it listed ${before}`
  throw new AppError('source_unavailable', `${name} lists ${where}`)
}
