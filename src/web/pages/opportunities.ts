import type { FindEarlyHelp } from '../../actions/matching/find-early-help.ts'
import type { FoundOpportunities, OpportunityQuery } from '../../actions/opportunities/search.ts'
import type { FindFreshness } from '../../actions/rechecks/freshness.ts'
import { count } from '../../base/text.ts'
import type { SourceHealth } from '../../db/source-health.ts'
import { KINDS, type Opportunity } from '../../domain/opportunity.ts'
import { NEW_HREF } from '../by-hand/start-page.ts'
import { insetText } from '../components/inset-text.ts'
import { pagination } from '../components/pagination.ts'
import { select } from '../components/select.ts'
import { textInput } from '../components/text-input.ts'
import { duplicatesLink } from '../duplicates-link.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { opportunityCard } from '../opportunity-card.ts'
import { readAs } from '../read-as.ts'
import { sourceHealth } from '../source-health.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly search: OpportunityQuery
  /** Whether this is the first page of the list. */
  readonly first: boolean
  readonly page: FoundOpportunities
  readonly health: readonly SourceHealth[]
  readonly earlyHelp: FindEarlyHelp
  readonly freshness: FindFreshness
  /** How many pairs of opportunities may be the same call and wait for a person. */
  readonly duplicates: number
}

export const opportunitiesPage = ({
  site,
  now,
  search,
  first,
  page,
  health,
  earlyHelp,
  freshness,
  duplicates,
}: Props): Html =>
  layout({
    site,
    title: 'Opportunities',
    part: 'opportunities',
    top: true,
    main: html`
      <h1 class="govuk-heading-xl">Opportunities</h1>
      <p class="govuk-body-l">Funding that organisations can bid for, soonest deadline first.</p>
      <p class="govuk-body"><a class="govuk-link" href="${NEW_HREF}">Add an opportunity by hand</a></p>
      ${filters(search)}
      <h2 class="govuk-heading-m">${heading(search, page.total)}</h2>
      ${page.funders !== null && html`<p class="govuk-body">${readAs(search.funder, page.funders)}</p>`}
      ${page.total === 0 ? nothing(search, health) : cards(page.items, now, earlyHelp, freshness)}
      ${pagination({
        firstHref: first ? null : href(search, null),
        nextHref: page.next === null ? null : href(search, page.next),
      })}
      ${sourceHealth(site, now, health)}
      ${duplicatesLink(duplicates)}`,
  })

const cards = (
  items: readonly Opportunity[],
  now: Date,
  earlyHelp: FindEarlyHelp,
  freshness: FindFreshness,
): Html => html`
  <ul class="fl-cards">${items.map((item) => html`<li class="fl-card">${opportunityCard(item, now, earlyHelp(item), freshness(item))}</li>`)}</ul>`

const STATUSES: readonly (readonly [OpportunityQuery['status'], string])[] = [
  ['open', 'Open now'],
  ['forecast', 'Not open yet'],
  ['closed', 'Closed'],
  ['withdrawn', 'Withdrawn'],
  ['any', 'Any'],
]

const filters = ({ status, kind, funder }: OpportunityQuery): Html => html`
  <form class="fl-filters" action="/opportunities" method="get">
    ${select({ name: 'status', label: 'Status', options: STATUSES, chosen: status })}
    ${select({
      name: 'kind',
      label: 'Kind of funding',
      options: [['', 'Any'], ...Object.entries(KINDS)],
      chosen: kind ?? '',
    })}
    ${textInput({ name: 'funder', label: 'Funder', hint: 'Its name, or some of it', value: funder })}
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show</button>
  </form>`

const COUNTED: Readonly<Record<OpportunityQuery['status'], string>> = {
  open: ' open now',
  forecast: ' not open yet',
  closed: ' that closed',
  withdrawn: ' that were withdrawn',
  any: '',
}

const heading = ({ status, kind }: OpportunityQuery, total: number): string => {
  const of = kind === null ? '' : ` of the kind “${KINDS[kind]}”`
  return `${total === 0 ? 'No opportunities' : count(total, 'opportunity', 'opportunities')}${of}${COUNTED[status]}`
}

/** What to do when the list is empty: it differs when nothing was ever read. */
const nothing = (search: OpportunityQuery, health: readonly SourceHealth[]): Html =>
  health.length === 0 && search.status === 'open' && search.kind === null && search.funder === ''
    ? insetText(html`
        <p class="govuk-body">No source has been read yet. To read them all now, run this where fundlocal is installed:</p>
        <p class="govuk-body"><code class="fl-code">npm run job -- collect-opportunities</code></p>
        <p class="govuk-body">Then come back to this page.</p>`)
    : insetText(html`
        <p class="govuk-body">
          Choose another status, kind of funding${search.funder !== '' && ' or funder'}, or
          <a class="govuk-link" href="/opportunities?status=any">see every opportunity</a>.
        </p>`)

function href({ status, kind, funder }: OpportunityQuery, after: string | null): string {
  const query = new URLSearchParams({
    status,
    ...(kind === null ? {} : { kind }),
    ...(funder === '' ? {} : { funder }),
    ...(after === null ? {} : { after }),
  })
  return `/opportunities?${query}`
}
