import { type Html, html, type Piece } from '../html.ts'

interface Props {
  readonly name: string
  /** Of the first one, unique on the page; the others begin with it. */
  readonly id: string
  readonly legend: Piece
  readonly hint: Piece
  readonly options: readonly { readonly value: string; readonly text: Piece; readonly hint?: Piece }[]
  readonly chosen: readonly string[]
}

/** Any number of choices out of a few, all of them in sight. */
export const checkboxes = ({ name, id, legend, hint, options, chosen }: Props): Html => html`
  <div class="govuk-form-group">
    <fieldset class="govuk-fieldset" aria-describedby="${id}-hint">
      <legend class="govuk-fieldset__legend">${legend}</legend>
      <div id="${id}-hint" class="govuk-hint">${hint}</div>
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        ${options.map(
          ({ value, text, hint: more }, at) => html`
            <div class="govuk-checkboxes__item">
              <input class="govuk-checkboxes__input" id="${boxId(id, at)}" name="${name}" type="checkbox" value="${value}" ${chosen.includes(value) && 'checked'} ${more && html`aria-describedby="${boxId(id, at)}-more"`}>
              <label class="govuk-label govuk-checkboxes__label" for="${boxId(id, at)}">${text}</label>
              ${more && html`<div id="${boxId(id, at)}-more" class="govuk-hint govuk-checkboxes__hint">${more}</div>`}
            </div>`,
        )}
      </div>
    </fieldset>
  </div>`

const boxId = (id: string, at: number): string => (at === 0 ? id : `${id}-${at + 1}`)
