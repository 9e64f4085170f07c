import type { Match } from '../domain/match.ts'
import { KINDS, statusAt } from '../domain/opportunity.ts'
import { tag } from './components/tag.ts'
import { earlyMatchLine } from './early-line.ts'
import { type Html, html } from './html.ts'
import { VERDICTS, whyMatched } from './match-card.ts'
import { factList, keyFacts, opportunityHref } from './opportunity-card.ts'
import { barList } from './rule-list.ts'
import { outOf100, statusTag } from './words.ts'

/** One opportunity that fits an organisation and is not open to it: what stands in the way, in sight, and why it fits. */
export function notOpenCard(match: Match, now: Date): Html {
  const { opportunity, eligibility, score } = match
  const { id, title } = opportunity
  return html`
    <h3 class="govuk-heading-m fl-card__title">
      <a class="govuk-link" href="${opportunityHref(id)}">${title}</a>
    </h3>
    <p class="fl-card__line">
      ${tag(VERDICTS[eligibility.verdict])}
      ${statusAt(now, opportunity) !== 'open' && statusTag(now, opportunity)}
      <strong>Fit ${outOf100(score)}</strong>
      <span>${KINDS[opportunity.kind]} from ${opportunity.funder.name}</span>
    </p>
    ${factList(keyFacts(opportunity, now))}
    ${earlyMatchLine(match)}
    <h4 class="govuk-heading-s fl-why">What stands in the way</h4>
    ${barList(eligibility)}
    ${whyMatched(match, 'Can you apply?', title, 'Why it would fit')}`
}
