import { type Html, html, type Piece } from '../html.ts'
import { errorMessage } from './error-summary.ts'

interface Props {
  readonly name: string
  /** Of the first one, unique on the page; the others begin with it. */
  readonly id: string
  readonly legend: Piece
  readonly options: readonly (readonly [value: string, text: string])[]
  /** Null when none is. */
  readonly chosen: string | null
  /** What is wrong with the choice; null for nothing. */
  readonly fault: string | null
}

/** One choice out of a few, all of them in sight. */
export const radios = ({ name, id, legend, options, chosen, fault }: Props): Html => html`
  <div class="govuk-form-group govuk-radios--small${fault !== null && ' govuk-form-group--error'}">
    <fieldset class="govuk-fieldset" ${fault !== null && html`aria-describedby="${id}-error"`}>
      <legend class="govuk-fieldset__legend">${legend}</legend>
      ${fault !== null && errorMessage(`${id}-error`, fault)}
      <div class="govuk-radios" data-module="govuk-radios">
        ${options.map(
          ([value, text], at) => html`
            <div class="govuk-radios__item">
              <input class="govuk-radios__input" id="${radioId(id, at)}" name="${name}" type="radio" value="${value}" ${value === chosen && 'checked'}>
              <label class="govuk-label govuk-radios__label" for="${radioId(id, at)}">${text}</label>
            </div>`,
        )}
      </div>
    </fieldset>
  </div>`

const radioId = (id: string, at: number): string => (at === 0 ? id : `${id}-${at + 1}`)
