import { type Html, html } from '../html.ts'

interface Props {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly chosen: string
  readonly hint?: string
}

/** One choice out of a short list. */
export const select = ({ name, label, options, chosen, hint }: Props): Html => html`
  <div class="govuk-form-group">
    <label class="govuk-label" for="${name}">${label}</label>
    ${hint !== undefined && html`<div id="${name}-hint" class="govuk-hint">${hint}</div>`}
    <select class="govuk-select" id="${name}" name="${name}" ${hint !== undefined && html`aria-describedby="${name}-hint"`}>
      ${options.map(([value, text]) =>
        value === chosen
          ? html`<option value="${value}" selected>${text}</option>`
          : html`<option value="${value}">${text}</option>`,
      )}
    </select>
  </div>`
