import { sayDate } from '../base/date.ts'
import { sayMoney } from '../base/money.ts'
import { type Award, placesOf } from '../domain/award.ts'
import type { Freshness } from '../domain/confidence.ts'
import type { Match, PartName, Verdict } from '../domain/match.ts'
import { KINDS, statusAt } from '../domain/opportunity.ts'
import { subjectOf } from './awards-section.ts'
import { details } from './components/details.ts'
import { table } from './components/table.ts'
import { type Tag, tag } from './components/tag.ts'
import { earlyMatchLine } from './early-line.ts'
import { licenceLink } from './footer.ts'
import { freshnessLine } from './freshness-words.ts'
import { type Html, html } from './html.ts'
import { factList, keyFacts, opportunityHref } from './opportunity-card.ts'
import { ruleList, sayRulesAtAGlance } from './rule-list.ts'
import { outOf100, sayAreaNames, statusTag } from './words.ts'

export const VERDICTS: Readonly<Record<Verdict, Tag>> = {
  eligible: { text: 'May apply', colour: 'green' },
  unclear: { text: 'Unclear', colour: 'yellow' },
  ineligible: { text: 'May not apply', colour: 'red' },
}

/** The parts of the fit, in words. */
export const PARTS: Readonly<Record<PartName, { readonly name: string; readonly meaning: string }>> = {
  words: { name: 'Words', meaning: 'how many rare words both use' },
  topics: { name: 'Subject', meaning: 'how much both are about the same things, in whatever words' },
  themes: { name: 'Themes', meaning: 'whether they work on the same themes' },
  beneficiaries: { name: 'People', meaning: 'whether they help the same people' },
  place: { name: 'Place', meaning: 'how closely the call is about the places where the organisation works' },
  amount: { name: 'Amount', meaning: 'how well the sum suits what the organisation needs' },
  time: { name: 'Time', meaning: 'whether enough time is left to prepare a bid' },
  breadth: { name: 'Breadth', meaning: 'how much of what organisations do the call names' },
  recipients: {
    name: 'Who is paid',
    meaning: 'whether it reads as if organisations are paid, not individuals',
  },
  funder: { name: 'Funder', meaning: 'how like your work what the funder paid for before is' },
  feedback: { name: 'Your feedback', meaning: 'how like calls that you liked, or did not, it is' },
}

const PART_NAMES: readonly PartName[] = [
  'topics',
  'words',
  'place',
  'themes',
  'beneficiaries',
  'amount',
  'time',
  'recipients',
  'breadth',
  'funder',
  'feedback',
]

/**
 * One match in the list of an organisation: may we apply, how well does it fit, and why.
 *
 * @param nearby - what its funder has paid for where the organisation works
 */
export function matchCard(
  match: Match,
  now: Date,
  freshness: Freshness,
  nearby: readonly Award[] = [],
): Html {
  const { opportunity } = match
  return html`
    ${matchHead(match, now)}
    ${whyMatched(match, 'Can you apply?', opportunity.title)}
    ${nearby.length > 0 && details(html`What this funder paid for where you work${about(opportunity.title)}`, nearbyList(nearby))}
    ${freshnessLine(now, opportunity, freshness)}`
}

/** What every card of a match begins with: what it is, whether it may be applied for, and its first facts. */
export function matchHead(match: Match, now: Date): Html {
  const { opportunity, eligibility, score } = match
  return html`
    <h3 class="govuk-heading-m fl-card__title">
      <a class="govuk-link" href="${opportunityHref(opportunity.id)}">${opportunity.title}</a>
    </h3>
    <p class="fl-card__line">
      ${tag(VERDICTS[eligibility.verdict])}
      ${statusAt(now, opportunity) !== 'open' && statusTag(now, opportunity)}
      <strong>Fit ${outOf100(score)}</strong>
      <span>${KINDS[opportunity.kind]} from ${opportunity.funder.name}</span>
    </p>
    ${factList(keyFacts(opportunity, now))}
    ${earlyMatchLine(match)}`
}

/** The newest, each with whose data it is. */
const nearbyList = (awards: readonly Award[]): Html => html`
  <ul class="govuk-list govuk-list--bullet">
    ${awards.map(
      (award) => html`
        <li>
          ${award.recipient.name}: ${subjectOf(award)}, ${sayMoney(award.amount, award.currency)} on ${sayDate(award.awardedOn)}, ${sayAreaNames(placesOf(award))}
          <span class="fl-quiet">(${award.sourceName}, ${award.licence === null ? 'licence not stated' : licenceLink(award.licence)})</span>
        </li>`,
    )}
  </ul>`

/**
 * @param name - of the other side, for those who hear one card after the other
 * @param why - what the reasons tell
 */
export const whyMatched = (
  { eligibility, parts, reasons, whyNotHigher }: Match,
  mayApply: string,
  name: string,
  why = 'Why it matched',
): Html => html`
    ${
      reasons.length > 0 &&
      html`<h4 class="govuk-heading-s fl-why">${why}</h4>
    <ul class="govuk-list govuk-list--bullet fl-reasons">${reasons.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`
    }
    ${details(html`${mayApply} ${sayRulesAtAGlance(eligibility)}${about(name)}`, ruleList(eligibility))}
    ${details(html`How this fit was made${about(name)}`, html`${lacksList(whyNotHigher)}${partsTable(parts)}`)}`

/** Tells the links of one card from those of the next, for those who hear the page. */
const about = (title: string): Html => html`<span class="govuk-visually-hidden">: ${title}</span>`

const lacksList = (sentences: readonly string[]): Html | '' =>
  sentences.length === 0
    ? ''
    : html`<p class="govuk-body">Why it is not higher:</p>
    <ul class="govuk-list govuk-list--bullet">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`

const partsTable = (parts: Match['parts']): Html =>
  table({
    caption: 'Parts of the fit',
    head: [{ text: 'Part' }, { text: 'Fit', numeric: true }],
    rows: PART_NAMES.map((part) => [PARTS[part].name, sayPart(part, parts[part])]),
  })

/** A part in words. Where nothing is known of a funder, or said of calls like it, 0 would read as a bad mark. */
export function sayPart(part: PartName, value: number): string {
  if (value === 0 && part === 'funder') return 'Nothing like it known'
  if (value === 0 && part === 'feedback') return 'None'
  return outOf100(value)
}
