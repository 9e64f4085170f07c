import { sayAmount } from '../domain/amount.ts'
import type { Freshness } from '../domain/confidence.ts'
import type { EarlyHelp } from '../domain/early-help.ts'
import { KINDS, type Opportunity } from '../domain/opportunity.ts'
import { sayAreas, sayWho } from '../domain/say-rules.ts'
import { earlyLine } from './early-line.ts'
import { freshnessLine } from './freshness-words.ts'
import { type Html, html, type Piece } from './html.ts'
import { sayDaysLeft, sayWhen, statusTag } from './words.ts'

/** One opportunity in a list: enough to decide whether to open it. */
export function opportunityCard(
  opportunity: Opportunity,
  now: Date,
  earlyHelp: readonly EarlyHelp[],
  freshness: Freshness,
): Html {
  const { id, title, summary } = opportunity
  return html`
    <h3 class="govuk-heading-m fl-card__title">
      <a class="govuk-link" href="${opportunityHref(id)}">${title}</a>
    </h3>
    <p class="fl-card__line">
      ${statusTag(now, opportunity)}
      <span>${KINDS[opportunity.kind]} from ${opportunity.funder.name}</span>
    </p>
    ${summary !== '' && html`<p class="govuk-body">${summary}</p>`}
    ${earlyLine(earlyHelp)}
    ${factList([
      ...keyFacts(opportunity, now),
      ['Who may apply', sayWho(opportunity.rules)],
      ['Where', sayAreas(opportunity.rules)],
    ])}
    ${freshnessLine(now, opportunity, freshness)}`
}

export const opportunityHref = (id: string): string => `/opportunities/${encodeURIComponent(id)}`

/** Amount and deadline, the first things that anybody asks. */
export function keyFacts(opportunity: Opportunity, now: Date): readonly (readonly [string, Piece])[] {
  const left = sayDaysLeft(now, opportunity)
  return [
    // The name of the fact already says what is not stated.
    ['Amount', sayAmount(opportunity).replace(/^Amount not/, 'Not')],
    ['Deadline', html`${sayWhen(now, opportunity)}${left !== null && html` <strong>(${left})</strong>`}`],
  ]
}

export const factList = (facts: readonly (readonly [name: string, value: Piece])[]): Html => html`
  <dl class="fl-facts">
    ${facts.map(([name, value]) => html`<div class="fl-facts__row"><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`
