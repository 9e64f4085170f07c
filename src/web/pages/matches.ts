import type { FindFreshness } from '../../actions/rechecks/freshness.ts'
import { count } from '../../base/text.ts'
import type { PageOf } from '../../db/page.ts'
import type { Award } from '../../domain/award.ts'
import type { Feedback } from '../../domain/feedback.ts'
import { funderIdOf } from '../../domain/funder.ts'
import type { Match } from '../../domain/match.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import { type Organisation, saysLittle } from '../../domain/organisation.ts'
import { details } from '../components/details.ts'
import { errorSummary, type Mistake } from '../components/error-summary.ts'
import { insetText } from '../components/inset-text.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { pagination } from '../components/pagination.ts'
import { type Draft, draftMistakes, feedbackForms, undoForm } from '../feedback-forms.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { matchCard, PARTS } from '../match-card.ts'
import { notForUsHref } from './not-for-us.ts'
import { matchesHref, notOpenHref } from './organisations.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly organisation: Organisation
  /** The cursor of this page of the list; null for the first. */
  readonly after: string | null
  readonly page: PageOf<Match>
  readonly freshness: FindFreshness
  /** What the funders of these have paid for where the organisation works, by our own ids of the funders. */
  readonly nearby: ReadonlyMap<string, readonly Award[]>
  /** What the organisation has said of the matches on this page. */
  readonly said: ReadonlyMap<OpportunityId, Feedback>
  /** How many opportunities it has said are not for it. */
  readonly hidden: number
  /** What it has just hidden, and from which place on the page; null for nothing. */
  readonly justHidden: { readonly opportunity: Opportunity; readonly at: number } | null
  /** What it wrote and could not be taken; null for nothing. */
  readonly draft: Draft | null
}

export const matchesPage = (props: Props): Html => {
  const { site, organisation, after, page, hidden } = props
  const href = matchesHref(organisation.id)
  const mistakes = mistakesOf(props)
  return layout({
    site,
    title: `${mistakes.length > 0 ? 'Error: ' : ''}Matches for ${organisation.name}`,
    part: 'organisations',
    before: html`<a href="/organisations" class="govuk-back-link">All organisations</a>`,
    main: html`
      ${mistakes.length > 0 && errorSummary(mistakes)}
      <h1 class="govuk-heading-l">Matches for ${organisation.name}</h1>
      ${insetText(
        'The fit orders what you may apply for. It is not a prediction of an award. “May apply” means that no rule that we know of stands against you: a funder may have more in its own words, so read its page before you apply.',
      )}
      ${saysLittle(organisation) && SAY_MORE}
      ${HOW}
      <p class="govuk-body"><a class="govuk-link" href="${notOpenHref(organisation.id)}">What is not open to you yet, and what would open it</a></p>
      <h2 class="govuk-heading-m">${page.total === 0 ? 'No matches' : `${count(page.total, 'match', 'matches')}, best fit first`}</h2>
      ${list(props)}
      ${page.total === 0 && (hidden > 0 ? ALL_HIDDEN : EMPTY)}
      ${
        hidden > 0 &&
        html`<p class="govuk-body"><a class="govuk-link" href="${notForUsHref(organisation.id)}">Show the ${hidden} that you marked as not for us</a></p>`
      }
      ${pagination({
        firstHref: after === null ? null : href,
        nextHref: page.next === null ? null : `${href}?${new URLSearchParams({ after: page.next })}`,
      })}`,
  })
}

/** The cards, and in the place of the one that was just hidden the way to undo it. */
function list({
  now,
  organisation,
  after,
  page,
  freshness,
  nearby,
  said,
  justHidden,
  draft,
}: Props): Html | null {
  const cards = page.items.map((match, at) => {
    const { opportunity } = match
    const forms = feedbackForms({
      organisationId: organisation.id,
      opportunity,
      after,
      at,
      said: said.get(opportunity.id) ?? null,
      draft: draft?.opportunityId === opportunity.id ? draft : null,
    })
    return html`<li class="fl-card" id="match-${opportunity.id}">${matchCard(match, now, freshness(opportunity), nearby.get(funderIdOf(opportunity.funder)))}${forms}</li>`
  })
  if (justHidden !== null) {
    const { opportunity, at } = justHidden
    const undo = undoForm({ organisationId: organisation.id, opportunity, after, back: 'matches' })
    cards.splice(at, 0, html`<li class="fl-card">${hiddenBanner(opportunity, undo)}</li>`)
  }
  return cards.length === 0 ? null : html`<ol class="fl-cards">${cards}</ol>`
}

const hiddenBanner = ({ title }: Opportunity, undo: Html): Html =>
  notificationBanner({
    id: 'said',
    title: 'Not for us',
    content: html`<p class="govuk-notification-banner__heading">Hidden: ${title}.</p>${undo}`,
  })

function mistakesOf({ page, draft }: Props): readonly Mistake[] {
  const at = page.items.findIndex(({ opportunity }) => opportunity.id === draft?.opportunityId)
  return draft === null || at < 0 ? [] : draftMistakes(draft, at)
}

const HOW = details(
  'How matches are made',
  html`
    <p class="govuk-body">
      First the funder's rules: what the organisation cannot apply for is left out. What the funder does
      not state, or what we do not know of the organisation, never counts as a no: where it matters, it is
      shown as unclear, with what would settle it. What the funder would rather see is shown too, and
      leaves nothing out.
    </p>
    <p class="govuk-body">Then the fit, from 0 to 100, orders the rest. It is made of these parts:</p>
    <ul class="govuk-list govuk-list--bullet">
      ${Object.values(PARTS).map(({ name, meaning }) => html`<li><strong>${name}</strong>: ${meaning}</li>`)}
    </ul>`,
)

/** Whoever says next to nothing gets a list by place, sum and time, and should know it. */
export const SAY_MORE = insetText(html`
  <p class="govuk-body">
    <strong>Tell us more.</strong> We know too little of this organisation to compare it with what funders
    write, so this list rests on place, amount and time for the most part. Add a few sentences on what it
    does and whom it helps to your list of organisations, and bring the list in again.
  </p>`)

const ALL_HIDDEN = insetText(
  'Nothing else that is open suits this organisation: what does, it has marked as not for it.',
)

const EMPTY = insetText(html`
  <p class="govuk-body">
    Either nothing that is open suits this organisation, or matching has not run since it was brought in.
    To match again, run this where fundlocal is installed:
  </p>
  <p class="govuk-body"><code class="fl-code">npm run job -- match-organisations</code></p>`)
