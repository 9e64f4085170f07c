import { FEEDBACK_REASONS, type Feedback, LONGEST_NOTE } from '../domain/feedback.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import { details } from './components/details.ts'
import type { Mistake } from './components/error-summary.ts'
import { radios } from './components/radios.ts'
import { textarea } from './components/textarea.ts'
import { type Html, html } from './html.ts'

/** What somebody wrote that could not be taken, to be put right. */
export interface Draft {
  readonly opportunityId: string
  readonly reason: string | null
  readonly note: string
  /** What is wrong with each, in words for its writer; null for nothing. */
  readonly faults: { readonly reason: string | null; readonly note: string | null }
}

interface Props {
  readonly organisationId: OrganisationId
  readonly opportunity: Opportunity
  /** The cursor of the page of the list that the form is on; null for the first. */
  readonly after: string | null
  /** Which card of the page it is, from 0. */
  readonly at: number
  /** What the organisation has said of it; null for nothing. */
  readonly said: Feedback | null
  readonly draft: Draft | null
}

/** Where forms of an organisation are sent. */
export const feedbackHref = (id: string): string => `/organisations/${encodeURIComponent(id)}/feedback`

/** The two things to say of a match, each one press, the second with a reason if one likes. */
export const feedbackForms = (props: Props): Html => html`
  <div class="fl-feedback">
    ${props.said?.verdict === 'good_match' ? saidGood(props) : goodForm(props)}
    ${details(html`Not for us${about(props.opportunity)}`, notForUsForm(props), props.draft !== null)}
  </div>`

const saidGood = ({ organisationId, opportunity, after }: Props): Html => html`
  <div class="fl-said">
    <p class="govuk-body">You said that this is a good match.</p>
    ${undoForm({ organisationId, opportunity, after, back: 'matches' })}
  </div>`

const goodForm = (props: Props): Html => html`
  <form action="${feedbackHref(props.organisationId)}" method="post">
    ${context(props)}
    <input type="hidden" name="verdict" value="good_match">
    <button type="submit" class="govuk-button govuk-button--secondary">Good match${about(props.opportunity)}</button>
  </form>`

const notForUsForm = (props: Props): Html => {
  const { organisationId, opportunity, at, draft } = props
  const ids = idsOf(at)
  return html`
  <form action="${feedbackHref(organisationId)}" method="post">
    ${context(props)}
    <input type="hidden" name="verdict" value="not_for_us">
    ${radios({
      name: 'reason',
      id: ids.reason,
      legend: html`Why is it not for you? (optional)${about(opportunity)}`,
      options: Object.entries(FEEDBACK_REASONS),
      chosen: draft?.reason ?? null,
      fault: draft?.faults.reason ?? null,
    })}
    ${textarea({
      name: 'note',
      id: ids.note,
      label: 'A note for yourselves (optional)',
      hint: `Up to ${LONGEST_NOTE} characters`,
      value: draft?.note ?? '',
      fault: draft?.faults.note ?? null,
    })}
    <button type="submit" class="govuk-button govuk-button--secondary">Hide it${about(opportunity)}</button>
  </form>`
}

interface UndoProps extends Pick<Props, 'organisationId' | 'opportunity' | 'after'> {
  /** The page that the form is on. */
  readonly back: 'matches' | 'not-for-us'
}

/** Takes back what was said. */
export const undoForm = ({ organisationId, opportunity, after, back }: UndoProps): Html => html`
  <form action="${feedbackHref(organisationId)}/undo" method="post">
    ${context({ opportunity, after, at: null })}
    <input type="hidden" name="back" value="${back}">
    <button type="submit" class="govuk-button govuk-button--secondary">Undo${about(opportunity)}</button>
  </form>`

/** What to put right, with links to the fields of the card at that place. */
export const draftMistakes = ({ faults }: Draft, at: number): readonly Mistake[] => {
  const ids = idsOf(at)
  return [
    ...(faults.reason === null ? [] : [{ href: ids.reason, text: faults.reason }]),
    ...(faults.note === null ? [] : [{ href: ids.note, text: faults.note }]),
  ]
}

const idsOf = (at: number) => ({ reason: `reason-${at}`, note: `note-${at}` })

const context = ({
  opportunity,
  after,
  at,
}: {
  opportunity: Opportunity
  after: string | null
  at: number | null
}): Html => html`
  <input type="hidden" name="opportunity" value="${opportunity.id}">
  ${after !== null && html`<input type="hidden" name="after" value="${after}">`}
  ${at !== null && html`<input type="hidden" name="at" value="${at}">`}`

/** Tells the buttons of one card from those of the next, for those who hear the page. */
const about = ({ title }: Opportunity): Html => html`<span class="govuk-visually-hidden">: ${title}</span>`
