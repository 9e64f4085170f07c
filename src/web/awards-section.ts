import type { FunderAwards } from '../actions/funders/show-awards.ts'
import { sayDate } from '../base/date.ts'
import { sayMoney } from '../base/money.ts'
import { summarise } from '../base/text.ts'
import { areaName } from '../domain/area.ts'
import { type Award, placesOf } from '../domain/award.ts'
import { type Funder, funderIdOf } from '../domain/funder.ts'
import { figureList, sayTotals, sourceLines } from './award-figures.ts'
import { summaryList } from './components/summary-list.ts'
import { type Html, html } from './html.ts'

/** How many awards the section shows. */
export const SHOWN_AWARDS = 5

/** What the funder of a call has given money for; nothing when that is not known. */
export function awardsSection(awards: FunderAwards | undefined, funder: Funder): Html | null {
  if (awards === undefined) return null
  const { figures, page } = awards
  const id = funderIdOf(funder)
  return html`
    <h2 class="govuk-heading-m">What this funder has paid for</h2>
    <p class="govuk-body">We know of ${sayTotals(figures)}.</p>
    ${figureList(figures, (code) => awardsHref(id, code))}
    <h3 class="govuk-heading-s">${page.next === null ? 'The awards' : `The latest ${page.items.length} awards`}</h3>
    ${summaryList(page.items.map((award) => ({ key: award.recipient.name, value: forWhat(award) })))}
    <p class="govuk-body"><a class="govuk-link" href="${awardsHref(id, null)}">All awards of this funder that we know</a></p>
    ${sourceLines(figures)}`
}

/** The list of the awards of a funder. @param area - a code; null for everywhere */
export const awardsHref = (funderId: string, area: string | null, after: string | null = null): string => {
  const query = new URLSearchParams({ ...(area !== null && { area }), ...(after !== null && { after }) })
  return `/funders/${encodeURIComponent(funderId)}/awards${query.size === 0 ? '' : `?${query}`}`
}

/** Not a table: four columns would not fit on a telephone. */
const forWhat = (award: Award): Html => html`
  ${subjectOf(award)}<br>${sayMoney(award.amount, award.currency)} on ${sayDate(award.awardedOn)}${sayPlaces(award)}`

/** @example ', Bristol' */
function sayPlaces(award: Award): string {
  const [first, second] = placesOf(award)
  return first === undefined ? '' : `, ${areaName(first)}${second === undefined ? '' : ' and elsewhere'}`
}

/** A title that only names the recipient says nothing of what for. */
export const subjectOf = ({ title, purpose, recipient }: Award): string =>
  purpose !== '' && title.includes(recipient.name) ? summarise(purpose, 140) : title
