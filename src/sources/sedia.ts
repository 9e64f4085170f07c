import * as z from 'zod'
import { dayAndTimeIn, type Instant, type IsoDate, instantOf, isIsoDate } from '../base/date.ts'
import { type Deadline, NO_DEADLINE_KNOWN, phaseOf, type Round } from '../domain/deadline.ts'
import { BLANK, readTexts } from './blank-content.ts'
import { LIST_SETTINGS, type ListSite, listConnector, parsePage, type ReadItem } from './list-connector.ts'
import { id, object, text, texts } from './shapes.ts'
import { webAddress } from './web-address.ts'

const Settings = z.strictObject({
  ...LIST_SETTINGS,
  /** Kinds of call: 1 and 2 are grants, 8 is money passed on by those who got it. */
  types: z
    .array(z.enum(['1', '2', '8']))
    .min(1)
    .default(['1', '2', '8']),
  languages: z.array(z.string().length(2)).min(1).default(['en']),
  funder: z.string().min(1).default('European Commission'),
})
type SediaSettings = z.infer<typeof Settings>

const FORTHCOMING = '31094501'
const OPEN = '31094502'
const CLOSED = '31094503'
/** Its days are those of Brussels. */
const ZONE = 'Europe/Brussels'

const Answer = z.object({ results: z.array(z.unknown()), totalResults: z.int().nonnegative() })
/** Every value is a list, most of them of one. */
const Result = object({
  reference: id,
  url: text,
  summary: text,
  metadata: object({
    identifier: texts,
    callccm2Id: texts,
    title: texts,
    callTitle: texts,
    status: texts,
    startDate: texts,
    deadlineDate: texts,
  }),
})
type Result = z.infer<typeof Result>

/** The search behind the EU's Funding & Tenders portal: one POST a page. */
export const sedia = listConnector<SediaSettings>({
  name: 'sedia',
  settings: Settings,
  fields: [
    ...['reference', 'url', 'summary'],
    ...['identifier', 'callccm2Id', 'title', 'callTitle', 'status', 'startDate', 'deadlineDate'].map(
      (name) => `metadata.${name}`,
    ),
  ],
  async fetch({ entry, url, settings }, get, { page }) {
    const { pageSize, types, languages, paceMs } = settings
    const address = new URL(url)
    address.searchParams.set('pageSize', String(pageSize))
    address.searchParams.set('pageNumber', String(page))
    const query = { bool: { must: [{ terms: { type: types } }, { terms: { status: [FORTHCOMING, OPEN] } }] } }
    const post = formOf({ query, languages, sort: { field: 'sortStatus', order: 'ASC' } })
    const answer = await get(address.href, { paceMs, throttle: [] }, post)
    const { results, totalResults } = parsePage(Answer, answer, entry.name, 'a list of calls')
    return { items: results, total: totalResults }
  },
  keyOf: (item) => keyOf(Result.parse(item)),
  readItem: (item, site, readAt) => readResult(Result.parse(item), site, readAt),
})

/** Nothing that is sent has this line in it. */
const BOUNDARY = 'part-of-a-search-for-calls'

/** A form whose parts are JSON and say so: a part of another type is answered with 500. */
function formOf(parts: Readonly<Record<string, unknown>>) {
  const lines = Object.entries(parts).flatMap(([name, value]) => [
    `--${BOUNDARY}`,
    `Content-Disposition: form-data; name="${name}"; filename="blob"`,
    'Content-Type: application/json',
    '',
    JSON.stringify(value),
  ])
  const body = [...lines, `--${BOUNDARY}--`, ''].join('\r\n')
  return { contentType: `multipart/form-data; boundary=${BOUNDARY}`, body }
}

/** The same topic comes once a language, with one identifier. */
const keyOf = ({ reference, metadata: { identifier, callccm2Id } }: Result): string | null =>
  identifier[0] ?? callccm2Id[0] ?? reference

function readResult(result: Result, { entry, settings }: ListSite<SediaSettings>, readAt: Instant): ReadItem {
  const { title, callTitle, status } = result.metadata
  if (status.includes(CLOSED)) return { skipped: 'The call has closed' }
  const texts = readTexts(title[0] ?? callTitle[0] ?? result.summary, null, entry.licence)
  if (texts === null) return { fault: 'has no title' }
  const url = webAddress(result.url)
  if (url === null) return { fault: 'has no page for people' }
  const deadline = readDeadline(result, readAt)
  if (typeof deadline === 'string') return { fault: `has ${deadline}` }
  const funder = { name: settings.funder, orgId: null }
  const forecast = status.includes(FORTHCOMING)
  return { content: { ...BLANK, ...texts, funder, url, currency: 'EUR', deadline, forecast } }
}

/**
 * One round for each date. Only the day is kept, since the zone of the times is in doubt. A call whose
 * status says open though every date is past has a deadline that is not known.
 */
function readDeadline({ metadata }: Result, readAt: Instant): Deadline | string {
  const days = [...new Set(metadata.deadlineDate)].map(dayFrom).sort()
  const opens = metadata.startDate.map(dayFrom)[0] ?? null
  if (days.includes(null)) return `a closing date that cannot be read: ${metadata.deadlineDate.join(', ')}`
  const rounds = days.map(
    (closesOn, at): Round => ({ opensOn: at === 0 ? opens : null, closesOn, closesTime: null }),
  )
  const fixed: Deadline = { ...NO_DEADLINE_KNOWN, kind: 'fixed', zone: ZONE, rounds }
  const isOver = rounds.length === 0 || phaseOf(new Date(readAt), fixed) === 'over'
  return isOver ? { ...NO_DEADLINE_KNOWN, zone: ZONE } : fixed
}

/** A time without a zone is of the day that is written; one with a zone is of its day in Brussels. */
function dayFrom(date: string): IsoDate | null {
  const [, written, zone] = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.exec(date.trim()) ?? []
  if (written !== undefined && zone === undefined) return isIsoDate(written) ? written : null
  if (zone === undefined) return null
  const ms = Date.parse(date)
  return Number.isNaN(ms) ? null : dayAndTimeIn(ZONE, instantOf(new Date(ms))).day
}
