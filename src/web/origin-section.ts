import type { AlsoListed } from '../actions/duplicates/also-listed.ts'
import { sayInstant } from '../base/date.ts'
import { listWords } from '../base/text.ts'
import type { VersionNote } from '../db/opportunity-versions.ts'
import type { Opportunity, OpportunityContent } from '../domain/opportunity.ts'
import { alsoListedSection } from './also-listed-section.ts'
import { details } from './components/details.ts'
import { summaryList } from './components/summary-list.ts'
import { licenceLink } from './footer.ts'
import { type Html, html } from './html.ts'
import { sayAgo } from './words.ts'

/** Where the facts on the page come from, and how old they are. */
export const originSection = (
  { id, provenance: p }: Opportunity,
  versions: readonly VersionNote[],
  also: readonly AlsoListed[],
  now: Date,
): Html => html`
  <h2 class="govuk-heading-m">Where this comes from</h2>
  ${summaryList([
    { key: 'Source', value: p.sourceName },
    { key: 'Licence', value: licenceLink(p.licence) },
    { key: 'First seen', value: sayInstant(p.firstSeenAt) },
    { key: 'Last checked', value: `${sayInstant(p.lastCheckedAt)} (${sayAgo(now, p.lastCheckedAt)})` },
    {
      key: 'Last changed',
      value: p.lastChangedAt === p.firstSeenAt ? 'It has not changed since' : sayInstant(p.lastChangedAt),
    },
  ])}
  ${alsoListedSection(id, also, now)}
  ${versions.length > 1 && details('What has changed', history(versions))}`

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
