import type { ReviewedPair } from '../../actions/duplicates/review-pairs.ts'
import { type Html, html } from '../html.ts'

/** The two answers, each one press. */
export const answerForms = (reviewed: ReviewedPair): Html => html`
  <div class="fl-answers">
    ${answerForm(reviewed, 'same', 'They are the same')}
    ${answerForm(reviewed, 'different', 'They are different')}
  </div>`

const answerForm = (reviewed: ReviewedPair, answer: 'same' | 'different', text: string): Html => html`
  <form action="/duplicates" method="post">
    ${ids(reviewed)}
    <input type="hidden" name="answer" value="${answer}">
    <button type="submit" class="govuk-button govuk-button--secondary">${text}${about(reviewed)}</button>
  </form>`

/** Takes a decision back. */
export const undoForm = (reviewed: ReviewedPair): Html => html`
  <form action="/duplicates/undo" method="post">
    ${ids(reviewed)}
    <button type="submit" class="govuk-button govuk-button--secondary">Undo${about(reviewed)}</button>
  </form>`

const ids = ({ pair }: ReviewedPair): Html => html`
  <input type="hidden" name="first" value="${pair.first}">
  <input type="hidden" name="second" value="${pair.second}">`

/** Tells the buttons of one pair from those of the next, for those who hear the page. */
const about = ({ first, second }: ReviewedPair): Html =>
  html`<span class="govuk-visually-hidden">: ${first.title}, and ${second.title} from ${second.provenance.sourceName}</span>`
