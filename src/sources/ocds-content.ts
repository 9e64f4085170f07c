import { withoutPersons } from '../base/personal-data.ts'
import { oneLine, paragraphs, summarise } from '../base/text.ts'
import type { Deadline } from '../domain/deadline.ts'
import { allowsCopies } from '../domain/licence.ts'
import type { OpportunityContent } from '../domain/opportunity.ts'
import { readBuyer } from './ocds-buyer.ts'
import { applyPage, noticePage } from './ocds-links.ts'
import { currencyOf, penceIn } from './ocds-money.ts'
import { readRules, readVcseSignals } from './ocds-rules.ts'
import type { Release, Tender } from './ocds-schema.ts'
import type { OcdsSettings } from './ocds-settings.ts'

const MOST_TITLE = 500

/** The content, or what is missing for it: the end of a sentence that begins "The notice". */
export type ReadContent = { readonly content: OpportunityContent } | { readonly fault: string }

/**
 * What a call for bids says, without the persons that it names, and without its words where the licence of the
 * source lets nobody copy them. Themes and the people it is for are
 * left to classification.
 *
 * @param deadline - already read, by the rules of the source
 */
export function readContent(
  release: Release,
  deadline: Deadline,
  forecast: boolean,
  settings: OcdsSettings,
  licence: string,
): ReadContent {
  const { tender } = release
  const title = withoutPersons(oneLine(tender.title ?? release.title ?? '')).slice(0, MOST_TITLE)
  if (title === '') return { fault: 'has no title' }
  const buyer = readBuyer(release)
  if (buyer === null) return { fault: 'does not say who buys' }
  const url = noticePage(release, settings)
  if (url === null) return { fault: 'has no page for people' }

  const words = withoutPersons(paragraphs(tender.description ?? ''))
  const description = allowsCopies(licence) ? words : ''
  const currency = currencyOf(tender)
  return {
    content: {
      title,
      summary: summarise(description === '' ? title : description),
      description,
      kind: 'contract',
      funder: { name: withoutPersons(oneLine(buyer.name)), orgId: buyer.orgId },
      programme: null,
      url,
      applyUrl: applyPage(release, url),
      contactEmail: buyer.email,
      awardMin: null,
      awardMax: null,
      fundTotal: penceIn(currency, tender.value),
      currency,
      deadline,
      forecast,
      ended: null,
      themes: [],
      beneficiaries: [],
      cpv: readCpv(tender),
      vcseSignals: readVcseSignals(tender),
      lots: readLots(tender, currency),
      rules: readRules(tender),
    },
  }
}

const readLots = ({ lots }: Tender, currency: string): OpportunityContent['lots'] =>
  lots.map(({ id, title, value }, at) => ({
    id: id ?? String(at + 1),
    title: title === null ? null : withoutPersons(oneLine(title)),
    value: penceIn(currency, value),
  }))

/** Every code of the notice and its items, once each, in the order in which they stand. */
function readCpv({ classification, additionalClassifications, items }: Tender): readonly string[] {
  const all = [
    classification,
    ...additionalClassifications,
    ...items.flatMap((item) => [item.classification, ...item.additionalClassifications]),
  ]
  const codes = all
    .filter(({ scheme }) => scheme === null || scheme.toUpperCase() === 'CPV')
    .map(({ id }) => /^\d{8}(?!\d)/.exec(id ?? '')?.[0])
    .filter((code) => code !== undefined)
  return [...new Set(codes)]
}
