import type { FitSearch, FittingPage } from '../../actions/matching/find-organisations-for.ts'
import { count } from '../../base/text.ts'
import { fullAreaName } from '../../domain/areas/read-area.ts'
import { type Opportunity, statusAt } from '../../domain/opportunity.ts'
import { errorSummary } from '../components/error-summary.ts'
import { insetText } from '../components/inset-text.ts'
import { pagination } from '../components/pagination.ts'
import { select } from '../components/select.ts'
import { fittingCard } from '../fitting-card.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { opportunityHref } from '../opportunity-card.ts'
import { type PlaceAsked, placeFault, placeInput } from '../place-asked.ts'
import { sayWhen } from '../words.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly opportunity: Opportunity
  /** Where the organisations are to work. */
  readonly place: PlaceAsked
  readonly verdict: FitSearch['verdict']
  /** Whether this is the first page of the list. */
  readonly first: boolean
  /** Null where it is not known which place is asked for. */
  readonly page: FittingPage | null
}

export const fittingOrganisationsPage = (props: Props): Html => {
  const { site, now, opportunity, place, first, page } = props
  const { id, title } = opportunity
  const fault = placeFault(place)
  return layout({
    site,
    title: `${fault === null ? '' : 'Error: '}Local organisations that fit: ${title}`,
    part: 'opportunities',
    before: html`<a href="${opportunityHref(id)}" class="govuk-back-link">${title}</a>`,
    main: html`
      ${fault !== null && errorSummary([{ href: 'area', text: fault }])}
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">${title}</span> Local organisations that fit</h1>
      ${isOver(props) ? insetText(html`<strong>${sayWhen(now, opportunity)}.</strong> Nobody can apply any more.`) : list(props)}
      ${pagination({
        firstHref: first ? null : href(props, null),
        nextHref: page === null || page.next === null ? null : href(props, page.next),
      })}`,
  })
}

function isOver({ now, opportunity }: Props): boolean {
  const status = statusAt(now, opportunity)
  return status === 'closed' || status === 'withdrawn'
}

const list = (props: Props): Html => html`
  ${insetText(
    'The fit orders those that no rule we know of shuts out. It is not a prediction of an award. The sentences speak to the organisation, so that you can pass them on: “you” is the organisation.',
  )}
  ${filters(props)}
  ${props.page === null ? places(props) : found(props, props.page)}`

const found = (props: Props, page: FittingPage): Html => html`
  <h2 class="govuk-heading-m">${heading(page, props.place)}</h2>
  ${
    page.total === 0
      ? nothing(props)
      : html`<ol class="fl-cards">${page.items.map((item) => html`<li class="fl-card">${fittingCard(item)}</li>`)}</ol>`
  }`

/** One press for each place that may be meant. */
const places = ({ opportunity: { id }, verdict, place: { candidates } }: Props): Html | null =>
  candidates.length === 0
    ? null
    : html`
      <h2 class="govuk-heading-m">Show those that work in</h2>
      <ul class="govuk-list">
        ${candidates.map((area) => html`<li><a class="govuk-link" href="${hrefTo(id, { area: fullAreaName(area), verdict }, null)}">${fullAreaName(area)}</a></li>`)}
      </ul>`

const filters = ({ opportunity: { id }, place, verdict, page }: Props): Html => html`
  <form class="fl-filters" action="${fittingHref(id)}" method="get">
    ${placeInput(place, page?.areas ?? [])}
    ${select({ name: 'verdict', label: 'May it apply?', options: VERDICTS, chosen: verdict ?? '' })}
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show</button>
  </form>`

const VERDICTS = [
  ['', 'It may, or it is unclear'],
  ['eligible', 'It may'],
  ['unclear', 'It is unclear'],
] as const

function heading({ total, fitting }: FittingPage, { area }: PlaceAsked): string {
  const where =
    area === null ? '' : ` that ${total === 1 ? 'works' : 'work'} in or around ${fullAreaName(area)}`
  if (total === 0) return `No organisations${where}`
  if (fitting > total) return `The best ${total} of ${count(fitting, 'organisation')}${where}`
  return `${count(total, 'organisation')}${where}, best fit first`
}

const nothing = ({ opportunity: { id }, place, verdict }: Props): Html =>
  place.area === null && verdict === null
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

const href = ({ opportunity: { id }, place: { area }, verdict }: Props, after: string | null): string =>
  hrefTo(id, { area: area && fullAreaName(area), verdict }, after)

function hrefTo(
  id: string,
  { area, verdict }: { area: string | null; verdict: FitSearch['verdict'] },
  after: string | null,
): string {
  const query = new URLSearchParams({
    ...(area === null ? {} : { area }),
    ...(verdict === null ? {} : { verdict }),
    ...(after === null ? {} : { after }),
  })
  return query.size === 0 ? fittingHref(id) : `${fittingHref(id)}?${query}`
}
