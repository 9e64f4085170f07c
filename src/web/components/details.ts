import { type Html, html, type Piece } from '../html.ts'

/** More for those who want it, behind one line that says what it is. Works without scripts. */
export const details = (summary: Piece, content: Piece, isOpen = false): Html => html`
  <details class="govuk-details" ${isOpen && 'open'}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${summary}</span>
    </summary>
    <div class="govuk-details__text">${content}</div>
  </details>`
