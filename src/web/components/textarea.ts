import { type Html, html, type Piece } from '../html.ts'
import { errorMessage } from './error-summary.ts'

interface Props {
  readonly name: string
  /** Unique on the page. */
  readonly id: string
  readonly label: string
  readonly hint: Piece
  readonly value: string
  /** What is wrong with the text; null for nothing. */
  readonly fault: string | null
  /** Lines in sight; 3 without it. */
  readonly rows?: number
}

/** Room for a few lines of text. */
export const textarea = ({ name, id, label, hint, value, fault, rows = 3 }: Props): Html => html`
  <div class="govuk-form-group${fault !== null && ' govuk-form-group--error'}">
    <label class="govuk-label" for="${id}">${label}</label>
    <div id="${id}-hint" class="govuk-hint">${hint}</div>
    ${fault !== null && errorMessage(`${id}-error`, fault)}
    <textarea class="govuk-textarea${fault !== null && ' govuk-textarea--error'}" id="${id}" name="${name}" rows="${rows}" aria-describedby="${id}-hint${fault !== null && ` ${id}-error`}">${value}</textarea>
  </div>`
