import * as z from 'zod'
import { withoutPersons } from '../base/personal-data.ts'
import { oneLine } from '../base/text.ts'
import { OpportunityKind } from '../domain/opportunity.ts'
import { BLANK, readTexts } from './blank-content.ts'
import { LIST_SETTINGS, type ListSite, listConnector, parsePage, type ReadItem } from './list-connector.ts'
import { list, object, text } from './shapes.ts'
import { webAddress } from './web-address.ts'

const Settings = z.strictObject({
  ...LIST_SETTINGS,
  /** What kind of document is searched for: `business_finance_support_scheme`. */
  documentType: z.string().min(1),
  kind: OpportunityKind.default('grant'),
  /** Who gives where a result names no organisation. */
  funder: z.string().min(1).default('GOV.UK'),
  /** Where the paths of results lead. */
  site: z.httpUrl().default('https://www.gov.uk'),
})
type GovukSettings = z.infer<typeof Settings>

const FIELDS = ['title', 'description', 'link', 'organisations', 'fund_state', 'public_timestamp']

const Answer = z.object({ results: z.array(z.unknown()), total: z.int().nonnegative() })
const Result = object({
  link: text,
  title: text,
  description: text,
  organisations: list(object({ title: text })),
  fund_state: z.unknown().optional(),
})
type Result = z.infer<typeof Result>

/** The search of GOV.UK for one type of document. It tells no dates: those stand on the pages. */
export const govukSearch = listConnector<GovukSettings>({
  name: 'govuk-search',
  settings: Settings,
  fields: FIELDS,
  async fetch({ entry, url, settings }, get, { taken }) {
    const { pageSize, documentType, paceMs } = settings
    const address = new URL(url)
    const params = {
      filter_document_type: documentType,
      start: String(taken),
      count: String(pageSize),
      order: '-public_timestamp',
      fields: FIELDS.join(','),
    }
    for (const [name, value] of Object.entries(params)) address.searchParams.set(name, value)
    const answer = await get(address.href, { paceMs, throttle: [] })
    const { results, total } = parsePage(Answer, answer, entry.name, 'a list of results')
    return { items: results, total }
  },
  keyOf: (item) => Result.parse(item).link,
  readItem: (item, site) => readResult(Result.parse(item), site),
})

function readResult(result: Result, { entry, settings }: ListSite<GovukSettings>): ReadItem {
  const texts = readTexts(result.title, result.description, entry.licence)
  if (texts === null) return { fault: 'has no title' }
  const link = result.link ?? ''
  const url = webAddress(link.startsWith('/') ? `${settings.site.replace(/\/$/, '')}${link}` : link)
  if (url === null) return { fault: `has a link that is no address: ${link}` }
  const [organisation] = result.organisations
  const name = withoutPersons(oneLine(organisation?.title ?? settings.funder))
  const ended = isClosed(result.fund_state) ? ('closed_early' as const) : null
  return { content: { ...BLANK, ...texts, kind: settings.kind, funder: { name, orgId: null }, url, ended } }
}

/** A facet comes as a text, a list of texts, or a list of values with their labels. */
function isClosed(state: unknown): boolean {
  const values = (Array.isArray(state) ? state : [state]).map((value: unknown) =>
    typeof value === 'object' && value !== null && 'value' in value ? value.value : value,
  )
  return values.length > 0 && values.every((value) => value === 'closed')
}
