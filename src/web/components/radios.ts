import { type Html, html, type Piece } from '../html.ts'
import { errorMessage } from './error-summary.ts'

interface Props {
  readonly name: string
  /** Of the first one, unique on the page; the others begin with it. */
  readonly id: string
  readonly legend: Piece
  readonly hint?: Piece
  readonly options: readonly (readonly [value: string, text: string])[]
  /** Null when none is. */
  readonly chosen: string | null
  /** What is wrong with the choice; null for nothing. */
  readonly fault: string | null
}

/** One choice out of a few, all of them in sight. */
export const radios = ({ name, id, legend, hint, options, chosen, fault }: Props): Html => html`
  <div class="govuk-form-group govuk-radios--small${fault !== null && ' govuk-form-group--error'}">
    <fieldset class="govuk-fieldset" ${describedBy(id, hint !== undefined, fault !== null)}>
      <legend class="govuk-fieldset__legend">${legend}</legend>
      ${hint !== undefined && html`<div id="${id}-hint" class="govuk-hint">${hint}</div>`}
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

function describedBy(id: string, hasHint: boolean, hasFault: boolean): Html | false {
  const ids = [hasHint && `${id}-hint`, hasFault && `${id}-error`].filter((one) => one !== false)
  return ids.length > 0 && html`aria-describedby="${ids.join(' ')}"`
}

const radioId = (id: string, at: number): string => (at === 0 ? id : `${id}-${at + 1}`)
