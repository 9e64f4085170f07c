import { type Html, html, type Piece } from '../html.ts'
import { errorMessage } from './error-summary.ts'

interface Props {
  readonly legend: string
  readonly hint: Piece
  readonly day: string
  readonly month: string
  readonly year: string
  /** What is wrong with the date; null for nothing. */
  readonly fault: string | null
}

/** A day in three boxes, named `day`, `month` and `year`, which are their ids too. */
export const dateInput = ({ legend, hint, day, month, year, fault }: Props): Html => html`
  <div class="govuk-form-group${fault !== null && ' govuk-form-group--error'}">
    <fieldset class="govuk-fieldset" aria-describedby="day-hint${fault !== null && ' day-error'}">
      <legend class="govuk-fieldset__legend">${legend}</legend>
      <div id="day-hint" class="govuk-hint">${hint}</div>
      ${fault !== null && errorMessage('day-error', fault)}
      <div class="govuk-date-input">
        ${box('day', 'Day', 2, day, fault)}${box('month', 'Month', 2, month, fault)}${box('year', 'Year', 4, year, fault)}
      </div>
    </fieldset>
  </div>`

const box = (name: string, label: string, width: 2 | 4, value: string, fault: string | null): Html => html`
  <div class="govuk-date-input__item">
    <div class="govuk-form-group">
      <label class="govuk-label govuk-date-input__label" for="${name}">${label}</label>
      <input class="govuk-input govuk-date-input__input govuk-input--width-${width}${fault !== null && ' govuk-input--error'}" id="${name}" name="${name}" type="text" inputmode="numeric" ${value !== '' && html`value="${value}"`}>
    </div>
  </div>`
