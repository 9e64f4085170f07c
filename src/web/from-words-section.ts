import { listWords } from '../base/text.ts'
import type { ReadField } from '../domain/from-words.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import { quotation } from './fact-words.ts'
import { type Html, html } from './html.ts'

const NAMES: Readonly<Record<ReadField, string>> = {
  deadline: 'deadline',
  awardMin: 'lowest amount',
  awardMax: 'highest amount',
  fundTotal: 'total',
}

/** The words that the amounts and the deadline were read from; nothing when the source states them. */
export function fromWordsSection({ fromWords }: Opportunity): Html | null {
  const byQuote = Map.groupBy(Object.entries(fromWords?.quotes ?? {}), ([, quote]) => quote)
  if (byQuote.size === 0) return null
  return html`${[...byQuote].map(
    ([quote, fields]) => html`
      <p class="fl-basis">The ${listWords(fields.map(([field]) => NAMES[field as ReadField]))} ${fields.length === 1 ? 'was' : 'were'} ${fromWords?.confirmed ? html`confirmed by a person in` : html`read from`} the funder's text:</p>
      ${quotation(quote)}`,
  )}`
}
