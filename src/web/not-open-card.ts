import type { Freshness } from '../domain/confidence.ts'
import type { Match } from '../domain/match.ts'
import { freshnessLine } from './freshness-words.ts'
import { type Html, html } from './html.ts'
import { matchHead, whyMatched } from './match-card.ts'
import { barList } from './rule-list.ts'

/** One opportunity that fits an organisation and is not open to it: what stands in the way, in sight, and why it fits. */
export function notOpenCard(match: Match, now: Date, freshness: Freshness): Html {
  const { opportunity, eligibility } = match
  return html`
    ${matchHead(match, now)}
    <h4 class="govuk-heading-s fl-why">What stands in the way</h4>
    ${barList(eligibility)}
    ${whyMatched(match, 'Can you apply?', opportunity.title, 'Why it would fit')}
    ${freshnessLine(now, opportunity, freshness)}`
}
