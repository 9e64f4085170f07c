import type { ReviewedPair } from '../../actions/duplicates/review-pairs.ts'
import { listWords } from '../../base/text.ts'
import { KINDS, type Opportunity } from '../../domain/opportunity.ts'
import { sayAreas } from '../../domain/say-rules.ts'
import { sentenceCase } from '../fact-words.ts'
import { type Html, html } from '../html.ts'
import { factList, keyFacts, opportunityHref } from '../opportunity-card.ts'
import { sayAgo, statusTag } from '../words.ts'

/** Two records side by side, with what of them agrees and what differs. */
export const pairCard = (reviewed: ReviewedPair, now: Date, below: Html): Html => {
  const { first, second, points } = reviewed
  return html`
  <h3 class="govuk-heading-m fl-card__title">From ${first.provenance.sourceName} and ${second.provenance.sourceName}</h3>
  <div class="fl-pair">
    ${side(first, now)}
    ${side(second, now)}
  </div>
  <div class="fl-pair">
    ${listed('What agrees', points.agrees)}
    ${listed('What differs', points.differs)}
  </div>
  ${points.notSaid.length > 0 && html`<p class="fl-quiet">Not stated by both: ${listWords(points.notSaid)}.</p>`}
  ${below}`
}

const side = (record: Opportunity, now: Date): Html => {
  const { id, title, funder, kind, rules, url, provenance } = record
  return html`
  <div class="fl-pair__side">
    <h4 class="govuk-heading-s"><a class="govuk-link" href="${opportunityHref(id)}">${title}</a></h4>
    <p class="fl-card__line">${statusTag(now, record)} <span>${KINDS[kind]} from ${funder.name}</span></p>
    ${factList([
      ...keyFacts(record, now),
      ['Where', sayAreas(rules)],
      ['Source', `${provenance.sourceName}, last checked ${sayAgo(now, provenance.lastCheckedAt)}`],
      ['Page', html`<a class="govuk-link fl-break" href="${url}" rel="noopener">${url}</a>`],
    ])}
  </div>`
}

const listed = (name: string, words: readonly string[]): Html => html`
  <div class="fl-pair__side">
    <h4 class="govuk-heading-s">${name}</h4>
    ${
      words.length === 0
        ? html`<p class="govuk-body">Nothing</p>`
        : html`<ul class="govuk-list govuk-list--bullet">${words.map((one) => html`<li>${sentenceCase(one)}</li>`)}</ul>`
    }
  </div>`
