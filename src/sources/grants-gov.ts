import * as z from 'zod'
import { type IsoDate, isIsoDate } from '../base/date.ts'
import { withoutPersons } from '../base/personal-data.ts'
import { oneLine } from '../base/text.ts'
import { type Deadline, NO_DEADLINE_KNOWN } from '../domain/deadline.ts'
import { BLANK, readTexts } from './blank-content.ts'
import { LIST_SETTINGS, type ListSite, listConnector, parsePage, type ReadItem } from './list-connector.ts'
import { id, object, text } from './shapes.ts'
import { webAddress } from './web-address.ts'

const Settings = z.strictObject({
  ...LIST_SETTINGS,
  /** What is searched for besides open and announced calls, as the service names it: `{"keyword": "youth"}`. */
  search: z.record(z.string(), z.string()).default({}),
  /** The page for people: `{id}` stands for the id of the call. */
  pageUrl: z.string().includes('{id}').default('https://www.grants.gov/search-results-detail/{id}'),
})
type GrantsGovSettings = z.infer<typeof Settings>

const Answer = z.object({
  errorcode: z.literal(0),
  data: z.object({ hitCount: z.int().nonnegative(), oppHits: z.array(z.unknown()) }),
})
const Hit = object({
  id,
  title: text,
  agency: text,
  agencyName: text,
  openDate: text,
  closeDate: text,
  oppStatus: text,
})
type Hit = z.infer<typeof Hit>

/** Its days are those of Washington. */
const ZONE = 'America/New_York'

/** The search of Grants.gov, version 2: one POST a page, no key. */
export const grantsGov = listConnector<GrantsGovSettings>({
  name: 'grants-gov',
  settings: Settings,
  fields: ['id', 'title', 'agency', 'agencyName', 'openDate', 'closeDate', 'oppStatus'],
  async fetch({ entry, url, settings }, get, { taken }) {
    const { pageSize, search, paceMs } = settings
    const query = { oppStatuses: 'forecasted|posted', ...search, rows: pageSize, startRecordNum: taken }
    const post = { contentType: 'application/json', body: JSON.stringify(query) }
    const answer = await get(url, { paceMs, throttle: [] }, post)
    const { data } = parsePage(Answer, answer, entry.name, 'a list of calls')
    return { items: data.oppHits, total: data.hitCount }
  },
  keyOf: (item) => Hit.parse(item).id,
  readItem: (item, site) => readHit(Hit.parse(item), site),
})

function readHit(hit: Hit, { entry, settings }: ListSite<GrantsGovSettings>): ReadItem {
  const status = hit.oppStatus?.toLowerCase() ?? ''
  if (status === 'closed' || status === 'archived') return { skipped: 'The call has closed' }
  const texts = readTexts(hit.title, null, entry.licence)
  if (texts === null) return { fault: 'has no title' }
  const funder = hit.agencyName ?? hit.agency
  if (funder === null) return { fault: 'does not say who gives' }
  const url = webAddress(settings.pageUrl.replace('{id}', encodeURIComponent(hit.id ?? '')))
  if (url === null) return { fault: 'has no page for people' }
  const deadline = readDeadline(hit)
  if (typeof deadline === 'string') return { fault: `has ${deadline}` }
  const forecast = status === 'forecasted'
  const name = withoutPersons(oneLine(funder))
  return {
    content: { ...BLANK, ...texts, funder: { name, orgId: null }, url, currency: 'USD', deadline, forecast },
  }
}

function readDeadline({ openDate, closeDate }: Hit): Deadline | string {
  const [opensOn, closesOn] = [dayFrom(openDate), dayFrom(closeDate)]
  if (opensOn === undefined) return `an opening date that cannot be read: ${openDate}`
  if (closesOn === undefined) return `a closing date that cannot be read: ${closeDate}`
  const rounds = opensOn === null && closesOn === null ? [] : [{ opensOn, closesOn, closesTime: null }]
  return { ...NO_DEADLINE_KNOWN, kind: closesOn === null ? 'unknown' : 'fixed', zone: ZONE, rounds }
}

/** @example dayFrom('11/04/2026') // '2026-11-04'; null for no date, undefined for one that is none */
function dayFrom(date: string | null): IsoDate | null | undefined {
  if (date === null) return null
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(date) ?? []
  const iso = `${year}-${month}-${day}`
  return isIsoDate(iso) ? iso : undefined
}
