import * as z from 'zod'
import type { Instant } from '../base/date.ts'
import { roleMailbox, withoutPersons } from '../base/personal-data.ts'
import { oneLine } from '../base/text.ts'
import { type Deadline, phaseOf } from '../domain/deadline.ts'
import type { OpportunityContent } from '../domain/opportunity.ts'
import { BLANK, readTexts } from './blank-content.ts'
import { readCommonDeadline } from './common-grants-deadline.ts'
import { readCommonRules } from './common-grants-rules.ts'
import {
  COMMON_GRANT_FIELDS,
  CommonGrant,
  CommonGrantsPage,
  ContactInfo,
  type Money,
  NamedBody,
} from './common-grants-schema.ts'
import { LIST_SETTINGS, type ListSite, listConnector, parsePage, type ReadItem } from './list-connector.ts'
import { webAddress } from './web-address.ts'

const Settings = z.strictObject({
  ...LIST_SETTINGS,
  /** Who gives where a call does not say. Null: then such a call is bad. */
  funder: z.string().min(1).nullable().default(null),
})
type CommonGrantsSettings = z.infer<typeof Settings>

/** The open calls of any service that speaks CommonGrants; `url` is its `/common-grants/opportunities`. */
export const commonGrants = listConnector<CommonGrantsSettings>({
  name: 'common-grants',
  settings: Settings,
  fields: COMMON_GRANT_FIELDS,
  async fetch({ entry, url, settings }, get, { page }) {
    const address = new URL(url)
    address.searchParams.set('page', String(page))
    address.searchParams.set('pageSize', String(settings.pageSize))
    const answer = await get(address.href, { paceMs: settings.paceMs, throttle: [] })
    const { items, paginationInfo } = parsePage(CommonGrantsPage, answer, entry.name, 'a list of calls')
    return { items, total: paginationInfo.totalItems ?? null }
  },
  keyOf: (item) => CommonGrant.parse(item).id,
  readItem: (item, site, readAt) => readGrant(CommonGrant.parse(item), site, readAt),
})

function readGrant(grant: CommonGrant, site: ListSite<CommonGrantsSettings>, readAt: Instant): ReadItem {
  const { entry, url, settings } = site
  const { value: status, customValue } = grant.status
  if (status === 'custom' && customValue === 'withdrawn') return { ended: 'withdrawn' }
  const texts = readTexts(grant.title, grant.description, entry.licence)
  if (texts === null) return { fault: 'has no title' }
  const funder = readFunder(grant, settings.funder)
  if (funder === null) return { fault: 'does not say who gives' }
  const deadline = readCommonDeadline(grant)
  if (typeof deadline === 'string') return { fault: `has ${deadline}` }
  return {
    content: {
      ...BLANK,
      ...texts,
      funder,
      url: webAddress(grant.source) ?? `${url}/${encodeURIComponent(grant.id ?? '')}`,
      contactEmail: roleMailbox(ContactInfo.parse(grant.customFields.contactInfo.value).email ?? ''),
      ...readMoney(grant),
      deadline,
      forecast: status === 'forecasted',
      ended: status === 'closed' && takesBids(readAt, deadline) ? 'closed_early' : null,
      rules: readCommonRules(grant),
    },
  }
}

/** A call that says that it is closed before its own end has closed early. */
const takesBids = (readAt: Instant, deadline: Deadline): boolean =>
  phaseOf(new Date(readAt), deadline) !== 'over'

function readFunder(
  { customFields }: CommonGrant,
  otherwise: string | null,
): OpportunityContent['funder'] | null {
  const { id, name } = NamedBody.parse(customFields.fundingOrganization.value)
  const agency = NamedBody.parse(customFields.agency.value)
  const best = name ?? agency.name ?? otherwise
  return best === null ? null : { name: withoutPersons(oneLine(best)), orgId: name === null ? null : id }
}

/** Amounts in another currency than that of the first are left out. */
function readMoney({ funding }: CommonGrant) {
  const { minAwardAmount, maxAwardAmount, totalAmountAvailable } = funding
  const all = [maxAwardAmount, minAwardAmount, totalAmountAvailable]
  const currency = all.map(codeOf).find((code) => code !== null) ?? 'GBP'
  return {
    awardMin: penceIn(currency, minAwardAmount),
    awardMax: penceIn(currency, maxAwardAmount),
    fundTotal: penceIn(currency, totalAmountAvailable),
    currency,
  }
}

const codeOf = ({ currency }: Money): string | null =>
  currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null

/** @example penceIn('GBP', { amount: '10000.5', currency: 'GBP' }) // 1000050 */
function penceIn(currency: string, money: Money): number | null {
  if (codeOf(money) !== currency || !/^\d+\.?\d*$/.test(money.amount ?? '')) return null
  const pence = Math.round(Number(money.amount) * 100)
  return pence === 0 || !Number.isSafeInteger(pence) ? null : pence
}
