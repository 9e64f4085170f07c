import { sayDate } from '../base/date.ts'
import { sayMoney } from '../base/money.ts'
import { count, summarise } from '../base/text.ts'
import type { FunderAwards } from '../db/funder-awards.ts'
import type { Award } from '../domain/award.ts'
import { summaryList } from './components/summary-list.ts'
import { licenceLink } from './footer.ts'
import { type Html, html } from './html.ts'

/** How many awards the section shows. */
export const SHOWN_AWARDS = 5

/** What the funder of a call has given money for; nothing when that is not known. */
export function awardsSection(awards: FunderAwards | undefined): Html | null {
  if (awards === undefined) return null
  const { latest, sources } = awards
  return html`
    <h2 class="govuk-heading-m">What this funder has paid for</h2>
    <p class="govuk-body">
      We know of ${sayTotals(awards)}.${latest.length < awards.count && ` These are the latest ${latest.length}.`}
    </p>
    ${summaryList(latest.map((award) => ({ key: award.recipient.name, value: forWhat(award) })))}
    ${sources.map(
      ({ sourceName, licence }) => html`
        <p class="govuk-body-s">Source: ${sourceName}. Licence: ${licence === null ? 'not stated' : licenceLink(licence)}.</p>`,
    )}`
}

/** @example '12 awards from 3 June 2024 to 1 May 2026, £60,000 in all' */
function sayTotals({ count: all, inPounds, total, firstOn, lastOn }: FunderAwards): string {
  const when =
    firstOn === lastOn ? `on ${sayDate(firstOn)}` : `from ${sayDate(firstOn)} to ${sayDate(lastOn)}`
  const others = all - inPounds
  const money = inPounds === 0 ? '' : `, ${sayMoney(total)} in all`
  const without = inPounds === 0 || others === 0 ? '' : ` without ${others} in other currencies`
  return `${count(all, 'award')} ${when}${money}${without}`
}

/** Not a table: four columns would not fit on a telephone. */
const forWhat = (award: Award): Html => html`
  ${subjectOf(award)}<br>${sayMoney(award.amount, award.currency)} on ${sayDate(award.awardedOn)}`

/** A title that only names the recipient says nothing of what for. */
const subjectOf = ({ title, purpose, recipient }: Award): string =>
  purpose !== '' && title.includes(recipient.name) ? summarise(purpose, 140) : title
