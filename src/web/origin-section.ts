import type { AlsoListed } from '../actions/duplicates/also-listed.ts'
import type { FreshnessOf } from '../actions/rechecks/freshness.ts'
import { sayInstant } from '../base/date.ts'
import { listWords } from '../base/text.ts'
import type { VersionNote } from '../db/opportunity-versions.ts'
import { isByHand } from '../domain/by-hand.ts'
import type { Opportunity, OpportunityContent } from '../domain/opportunity.ts'
import { alsoListedSection } from './also-listed-section.ts'
import { details } from './components/details.ts'
import { summaryList } from './components/summary-list.ts'
import { licenceLink } from './footer.ts'
import { checkedValue, sayFound } from './freshness-words.ts'
import { type Html, html } from './html.ts'
import { reportHref } from './pages/report-mistake.ts'
import { isAhead } from './words.ts'

/** Where the facts on the page come from, and how old they are. */
export const originSection = (
  opportunity: Opportunity,
  versions: readonly VersionNote[],
  also: readonly AlsoListed[],
  now: Date,
  freshness: FreshnessOf,
): Html => {
  const { id, provenance: p } = opportunity
  return html`
  <h2 class="govuk-heading-m">Where this comes from</h2>
  ${summaryList([
    { key: 'Source', value: p.sourceName },
    { key: 'Licence', value: licenceLink(p.licence) },
    { key: isByHand(opportunity) ? 'Added' : 'First seen', value: sayInstant(p.firstSeenAt) },
    { key: 'Last checked', value: checkedValue(now, freshness, isAhead(opportunity, now)) },
    ...(freshness.check === null ? [] : [{ key: 'By a person', value: sayFound(freshness.check) }]),
    {
      key: 'Last changed',
      value: p.lastChangedAt === p.firstSeenAt ? 'It has not changed since' : sayInstant(p.lastChangedAt),
    },
  ])}
  ${alsoListedSection(id, also, now)}
  <p class="govuk-body"><a class="govuk-link" href="${reportHref(id)}">Report a mistake</a></p>
  ${versions.length > 1 && details('What has changed', history(versions))}`
}

const history = (versions: readonly VersionNote[]): Html => html`
  <ul class="govuk-list govuk-list--bullet">
    ${versions.map(({ changed, seenAt }) => html`<li>${sayInstant(seenAt)}: ${sayChanged(changed)}</li>`)}
  </ul>`

const FIELDS: Readonly<Record<Exclude<keyof OpportunityContent, 'fromWords'>, string>> = {
  title: 'the title',
  summary: 'the summary',
  description: 'the description',
  kind: 'the kind of funding',
  funder: 'the funder',
  programme: 'the programme',
  url: 'the link',
  applyUrl: 'the link to apply',
  contactEmail: 'the contact',
  awardMin: 'the lowest amount',
  awardMax: 'the highest amount',
  fundTotal: 'the total',
  currency: 'the currency',
  deadline: 'the deadline',
  forecast: 'whether it is open yet',
  ended: 'whether it has ended',
  endedWhy: 'why it has ended',
  themes: 'the themes',
  beneficiaries: 'whom it is for',
  cpv: 'the kind of work',
  vcseSignals: 'whether it is meant for the voluntary sector',
  lots: 'the lots',
  rules: 'the rules',
}

/** @param changed - names of fields of the content; empty for the first version */
export function sayChanged(changed: readonly string[]): string {
  if (changed.length === 0) return 'first seen'
  const names = Object.entries(FIELDS).filter(([field]) =>
    changed.some((name) => name.split('.')[0] === field),
  )
  return `${listWords(names.map(([, words]) => words))} changed`
}
