import { sayDate } from '../base/date.ts'
import { sayMoney } from '../base/money.ts'
import { count } from '../base/text.ts'
import { areaName } from '../domain/area.ts'
import type { AwardFigures } from '../domain/award-figures.ts'
import { details } from './components/details.ts'
import { type Row, summaryList } from './components/summary-list.ts'
import { licenceLink } from './footer.ts'
import { type Html, html } from './html.ts'

/** @example '12 awards from 3 June 2024 to 1 May 2026, £60,000 in all' */
export function sayTotals({ count: all, inPounds, total, firstOn, lastOn }: AwardFigures): string {
  const when =
    firstOn === lastOn ? `on ${sayDate(firstOn)}` : `from ${sayDate(firstOn)} to ${sayDate(lastOn)}`
  const others = all - inPounds
  const money = inPounds === 0 ? '' : `, ${sayMoney(total)} in all`
  const without = inPounds === 0 || others === 0 ? '' : ` without ${others} in other currencies`
  return `${count(all, 'award')} ${when}${money}${without}`
}

/** How many areas are named; the others are behind the export. */
const MOST_AREAS = 5

/**
 * How much, how and where.
 *
 * @param href - of the list of awards in one area; null for plain names
 */
export function figureList(figures: AwardFigures, href: ((code: string) => string) | null): Html {
  const { median, usual } = figures
  const rows: readonly (Row | false)[] = [
    usual !== null && { key: 'Most awards', value: sayUsual(usual) },
    median !== null && { key: 'Middle award', value: sayMoney(median) },
    { key: 'Open to all', value: sayOpenCalls(figures) },
    { key: 'Where', value: areaList(figures, href) },
  ]
  return html`${summaryList(rows.filter((row) => row !== false))}${details('How these figures are made', DEFINITIONS)}`
}

const sayUsual = ({ least, most }: NonNullable<AwardFigures['usual']>): string =>
  least === most ? sayMoney(least) : `${sayMoney(least)} to ${sayMoney(most)}`

/** Said in numbers: a share of those that say so would hide how many do not. */
function sayOpenCalls({ count: all, openCalls: { yes, no, unknown } }: AwardFigures): string {
  if (unknown === all) return 'Not known: no list says whether anybody could apply'
  const said = `${count(yes, 'award')} from open calls, ${no} not`
  return unknown === 0 ? said : `${said}, not known of ${unknown}`
}

function areaList({ areas, withoutArea }: AwardFigures, href: ((code: string) => string) | null): Html {
  const named = areas.slice(0, MOST_AREAS).map(({ code, count: n }) => {
    const name =
      href === null ? areaName(code) : html`<a class="govuk-link" href="${href(code)}">${areaName(code)}</a>`
    return html`<li>${name}: ${n}</li>`
  })
  const others = areas.length - named.length
  return html`
    <ul class="govuk-list fl-list">
      ${named}
      ${others > 0 && html`<li>and ${count(others, 'other area')}</li>`}
      ${withoutArea > 0 && html`<li>Not known: ${withoutArea}</li>`}
    </ul>`
}

const DEFINITIONS = html`
  <ul class="govuk-list govuk-list--bullet">
    <li>Sums are of awards in pounds alone.</li>
    <li>“Most awards” is the middle half of the awards above £0: a quarter are of less, and a quarter of more.</li>
    <li>Half of the awards are of the “middle award” or less.</li>
    <li>“Open to all” is what the publisher says of each award. Many say nothing.</li>
    <li>“Where” is where the work is or, when nothing says so, where the organisation is. An award in two areas counts in both.</li>
  </ul>`

/** Whose data this is, and what may be done with it. */
export const sourceLines = ({ sources }: Pick<AwardFigures, 'sources'>): readonly Html[] =>
  sources.map(
    ({ sourceName, licence }) => html`
      <p class="govuk-body-s">Source: ${sourceName}. Licence: ${licence === null ? 'not stated' : licenceLink(licence)}.</p>`,
  )
