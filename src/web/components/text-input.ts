import { type Html, html, type Piece } from '../html.ts'
import { errorMessage } from './error-summary.ts'

interface Props {
  /** Unique on the page, and its id too. */
  readonly name: string
  readonly label: string
  readonly hint: Piece
  readonly value: string
  /** What is wrong with the text; null for nothing. */
  readonly fault?: string | null
  /** What the browser offers while somebody types; anything else can be typed too. */
  readonly suggestions?: readonly string[]
  /** Room for as much as the page is wide. */
  readonly isWide?: boolean
}

/** Room for one line of text. */
export const textInput = ({
  name,
  label,
  hint,
  value,
  fault = null,
  suggestions = [],
  isWide = false,
}: Props): Html => html`
  <div class="govuk-form-group${fault !== null && ' govuk-form-group--error'}">
    <label class="govuk-label" for="${name}">${label}</label>
    <div id="${name}-hint" class="govuk-hint">${hint}</div>
    ${fault !== null && errorMessage(`${name}-error`, fault)}
    <input class="govuk-input${!isWide && ' govuk-input--width-20'}${fault !== null && ' govuk-input--error'}" id="${name}" name="${name}" type="text" ${value !== '' && html`value="${value}"`} aria-describedby="${name}-hint${fault !== null && ` ${name}-error`}" ${suggestions.length > 0 && html`list="${name}-list"`}>
    ${suggestions.length > 0 && html`<datalist id="${name}-list">${suggestions.map((text) => html`<option value="${text}"></option>`)}</datalist>`}
  </div>`
