import { sayMoney } from '../base/money.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import { table } from './components/table.ts'
import { type Html, html } from './html.ts'

/** The parts of a contract that can be bid for one by one; nothing when it is not divided. */
export function lotsSection({ lots, currency }: Opportunity): Html | null {
  if (lots.length < 2) return null
  return html`
    <h2 class="govuk-heading-m">Lots</h2>
    <p class="govuk-body">The contract is in parts. The funder's page says how many of them one bidder may win.</p>
    ${table({
      caption: 'Parts of the contract',
      head: [{ text: 'Lot' }, { text: 'Value', numeric: true }],
      rows: lots.map(({ title, value }, i) => [
        title ?? `Lot ${i + 1}`,
        value === null ? 'Not stated' : sayMoney(value, currency),
      ]),
    })}`
}
