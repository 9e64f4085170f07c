import type { FunderAwards } from '../../actions/funders/show-awards.ts'
import { sayDate } from '../../base/date.ts'
import { sayMoney } from '../../base/money.ts'
import { count } from '../../base/text.ts'
import { type AreaCode, areaName } from '../../domain/area.ts'
import { type Award, placesOf } from '../../domain/award.ts'
import type { KnownFunder } from '../../domain/funder.ts'
import { figureList, sayTotals, sourceLines } from '../award-figures.ts'
import { awardsHref, subjectOf } from '../awards-section.ts'
import { insetText } from '../components/inset-text.ts'
import { pagination } from '../components/pagination.ts'
import { licenceLink } from '../footer.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { factList } from '../opportunity-card.ts'
import { sayAreaNames } from '../words.ts'

interface Props {
  readonly site: Site
  readonly funder: KnownFunder
  /** Where the awards are that are shown; null for everywhere. */
  readonly area: AreaCode | null
  /** Whether this is the first page of the list. */
  readonly first: boolean
  /** Undefined when none is known. */
  readonly awards: FunderAwards | undefined
}

/** Everything that we know a funder has paid for, the newest first. */
export const funderAwardsPage = ({ site, funder, area, first, awards }: Props): Html =>
  layout({
    site,
    title: `Awards of ${funder.name}`,
    part: 'opportunities',
    before: html`<a href="/opportunities?${String(new URLSearchParams({ status: 'any', funder: funder.name }))}" class="govuk-back-link">Opportunities of this funder</a>`,
    main: html`
      <h1 class="govuk-heading-l">What ${funder.name} has paid for</h1>
      ${area !== null && html`<p class="govuk-body">In ${areaName(area)}. <a class="govuk-link" href="${awardsHref(funder.id, null)}">Show all areas</a></p>`}
      ${awards === undefined ? nothing(area) : known({ funder, area, first, awards })}`,
  })

const nothing = (area: AreaCode | null): Html =>
  insetText(
    area === null
      ? 'We know of no award of this funder. That does not mean that there is none: not every funder publishes what it gives.'
      : 'We know of no award of this funder there. Some lists do not say where the work is.',
  )

function known({
  funder,
  area,
  first,
  awards: { figures, page },
}: Pick<Props, 'funder' | 'area' | 'first'> & { readonly awards: FunderAwards }): Html {
  return html`
    <p class="govuk-body">We know of ${sayTotals(figures)}.</p>
    ${figureList(figures, (code) => awardsHref(funder.id, code))}
    <p class="govuk-body"><a class="govuk-link" href="${csvHref(funder.id, area)}" download>Download ${count(figures.count, 'award')} (CSV)</a></p>
    ${sourceLines(figures)}
    <h2 class="govuk-heading-m">Awards, newest first</h2>
    <ul class="fl-cards">${page.items.map((award) => html`<li class="fl-card">${card(award)}</li>`)}</ul>
    ${pagination({
      firstHref: first ? null : awardsHref(funder.id, area),
      nextHref: page.next === null ? null : awardsHref(funder.id, area, page.next),
    })}`
}

const csvHref = (id: string, area: AreaCode | null): string =>
  awardsHref(id, area).replace(/\/awards(?=\?|$)/, '/awards.csv')

const OPEN_CALL = { true: 'Yes', false: 'No', null: 'Not known' } as const

const card = (award: Award): Html => html`
  <h3 class="govuk-heading-s fl-card__title">${award.recipient.name}</h3>
  <p class="govuk-body">${subjectOf(award)}</p>
  ${factList([
    ['Amount', sayMoney(award.amount, award.currency)],
    ['Awarded on', sayDate(award.awardedOn)],
    ['Where', placesOf(award).length === 0 ? 'Not known' : sayAreaNames(placesOf(award))],
    ['Open to all', OPEN_CALL[`${award.openCall}`]],
    [
      'Source',
      html`${award.sourceName} (${award.licence === null ? 'licence not stated' : licenceLink(award.licence)})`,
    ],
  ])}`
