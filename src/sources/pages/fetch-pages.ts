import type { Instant } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { SourceRefused } from '../source-refused.ts'
import { readDocument } from '../web/document.ts'
import type { Site } from '../web/site.ts'
import type { FieldName } from './field-rules.ts'
import { type Fields, readFields } from './page-fields.ts'
import type { PageRecord } from './page-record.ts'
import type { PagesSettings } from './pages-settings.ts'
import { type Due, type Known, neverRead, type PagesState } from './pages-state.ts'

/** Some pages of a round. */
export interface Fetched {
  readonly records: readonly PageRecord[]
  readonly state: PagesState
  /** Why the harvest must stop here; null when it need not. */
  readonly failure: unknown
}

/** Pages that are stored together. */
const BATCH = 10
/** After so many failures in a row it is the site that fails, not its pages. */
const MOST_FAILURES = 3

/**
 * Fetches the next pages of the round under way. A page that fails is reported and tried again in the
 * next round; when several fail in a row, they are left for later in this one and the harvest stops.
 */
export async function fetchPages(
  settings: PagesSettings,
  site: Site,
  before: PagesState,
  now: Instant,
): Promise<Fetched> {
  const due = before.round?.due ?? []
  const known = { ...before.known }
  const records: PageRecord[] = []
  let failed: readonly Due[] = []
  const stateAt = (left: readonly Due[]): PagesState => ({
    ...before,
    known,
    round: before.round && { ...before.round, due: left },
  })

  for (const [at, page] of due.slice(0, BATCH).entries()) {
    const record = await fetchPage(settings, site, page, now).then(
      (got) => {
        failed = []
        return got
      },
      (failure: unknown) => {
        failed = [...failed, page]
        const isThePage = failure instanceof AppError && failed.length < MOST_FAILURES
        return isThePage ? { failed: page.url, reason: failure.message, readAt: now } : { failure }
      },
    )
    if ('failure' in record) {
      const good = records.slice(0, records.length - failed.length + 1)
      return { records: good, state: stateAt([...due.slice(at + 1), ...failed]), failure: record.failure }
    }
    records.push(record)
    known[page.url] = knownAfter(record, page, known[page.url] ?? neverRead(now), now)
  }
  return { records, state: stateAt(due.slice(BATCH)), failure: null }
}

/** What is remembered of a page once this has come of it. One that failed is due again. */
const knownAfter = (
  record: PageRecord,
  { lastmod, card }: Due,
  { listedAt }: Known,
  now: Instant,
): Known => ({
  lastmod,
  readAt: 'failed' in record ? null : now,
  listedAt,
  isGone: 'gone' in record,
  card,
})

/** @throws whatever keeps the page from being had */
async function fetchPage(
  settings: PagesSettings,
  site: Site,
  { url, card }: Due,
  now: Instant,
): Promise<PageRecord> {
  const text = await site.page(url).catch((error: unknown) => {
    if (error instanceof SourceRefused && [404, 410].includes(error.status)) return undefined
    throw error
  })
  if (text === undefined) return { gone: url }
  if (text === null) return { disallowed: url }
  return recordOf(settings, { url, card }, text, now)
}

/** What the page that was sent says, beside its card. */
export function recordOf(
  { fields, mayLackEnd }: PagesSettings,
  { url, card }: Pick<Due, 'url' | 'card'>,
  text: string,
  now: Instant,
): PageRecord {
  const read = readDocument(text, mayLackEnd)
  if ('fault' in read) return { failed: url, reason: `The page ${read.fault}`, readAt: now }
  return { url, fields: together(readFields(read.nodes, fields), card ?? {}), readAt: now }
}

/** For each field the texts of the page, and then those of its card. */
function together(page: Fields, card: Fields): Fields {
  const names = [...new Set([...Object.keys(page), ...Object.keys(card)])] as FieldName[]
  return Object.fromEntries(names.map((name) => [name, [...(page[name] ?? []), ...(card[name] ?? [])]]))
}
