import type { FitSearch, FittingPage } from '../../actions/matching/find-organisations-for.ts'
import { count } from '../../base/text.ts'
import { areaName } from '../../domain/area.ts'
import { type Opportunity, statusAt } from '../../domain/opportunity.ts'
import { insetText } from '../components/inset-text.ts'
import { pagination } from '../components/pagination.ts'
import { select } from '../components/select.ts'
import { fittingCard } from '../fitting-card.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { opportunityHref } from '../opportunity-card.ts'
import { sayWhen } from '../words.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly opportunity: Opportunity
  readonly search: FitSearch
  /** Whether this is the first page of the list. */
  readonly first: boolean
  readonly page: FittingPage
}

export const fittingOrganisationsPage = (props: Props): Html => {
  const { site, now, opportunity, search, first, page } = props
  const { id, title } = opportunity
  return layout({
    site,
    title: `Local organisations that fit: ${title}`,
    part: 'opportunities',
    before: html`<a href="${opportunityHref(id)}" class="govuk-back-link">${title}</a>`,
    main: html`
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">${title}</span> Local organisations that fit</h1>
      ${isOver(props) ? insetText(html`<strong>${sayWhen(now, opportunity)}.</strong> Nobody can apply any more.`) : list(props)}
      ${pagination({
        firstHref: first ? null : href(id, search, null),
        nextHref: page.next === null ? null : href(id, search, page.next),
      })}`,
  })
}

function isOver({ now, opportunity }: Props): boolean {
  const status = statusAt(now, opportunity)
  return status === 'closed' || status === 'withdrawn'
}

const list = ({ opportunity, search, page }: Props): Html => html`
  ${insetText(
    'The fit orders those that no rule we know of shuts out. It is not a prediction of an award. The sentences speak to the organisation, so that you can pass them on: “you” is the organisation.',
  )}
  ${filters(opportunity.id, search, page)}
  <h2 class="govuk-heading-m">${heading(page)}</h2>
  ${
    page.total === 0
      ? nothing(opportunity.id, search)
      : html`<ol class="fl-cards">${page.items.map((item) => html`<li class="fl-card">${fittingCard(item)}</li>`)}</ol>`
  }`

const filters = (id: string, { area, verdict }: FitSearch, { areas }: FittingPage): Html => {
  // What was chosen stays to be seen, though nobody there fits.
  const all = [...new Set(area === null ? areas : [...areas, area])]
  const named = all
    .map((code) => [code, areaName(code)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en-GB'))
  return html`
  <form class="fl-filters" action="${fittingHref(id)}" method="get">
    ${select({ name: 'area', label: 'Works in', options: [['', 'Anywhere'], ...named], chosen: area ?? '' })}
    ${select({ name: 'verdict', label: 'May it apply?', options: VERDICTS, chosen: verdict ?? '' })}
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show</button>
  </form>`
}

const VERDICTS = [
  ['', 'It may, or it is unclear'],
  ['eligible', 'It may'],
  ['unclear', 'It is unclear'],
] as const

function heading({ total, fitting }: FittingPage): string {
  if (total === 0) return 'No organisations'
  if (fitting > total) return `The best ${total} of ${count(fitting, 'organisation')}`
  return `${count(total, 'organisation')}, best fit first`
}

const nothing = (id: string, { area, verdict }: FitSearch): Html =>
  area === null && verdict === null
    ? insetText(html`
        <p class="govuk-body">
          Either no local organisation may apply, or none has been brought in yet.
          <a class="govuk-link" href="/organisations">See all organisations</a>.
        </p>`)
    : insetText(html`
        <p class="govuk-body">
          Choose another place or answer, or
          <a class="govuk-link" href="${fittingHref(id)}">see every organisation that fits</a>.
        </p>`)

export const fittingHref = (id: string): string => `${opportunityHref(id)}/organisations`

function href(id: string, { area, verdict }: FitSearch, after: string | null): string {
  const query = new URLSearchParams({
    ...(area === null ? {} : { area }),
    ...(verdict === null ? {} : { verdict }),
    ...(after === null ? {} : { after }),
  })
  return query.size === 0 ? fittingHref(id) : `${fittingHref(id)}?${query}`
}
