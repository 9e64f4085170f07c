import { type Html, html } from '../html.ts'

export interface Mistake {
  /** Where it is put right: the id of a field on the page. */
  readonly href: string
  readonly text: string
}

/** What has to be put right before the form can be taken, above everything else. */
export const errorSummary = (mistakes: readonly Mistake[]): Html => html`
  <div class="govuk-error-summary" data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">There is a problem</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          ${mistakes.map(({ href, text }) => html`<li><a href="#${href}">${text}</a></li>`)}
        </ul>
      </div>
    </div>
  </div>`

/** The same beside the field itself; the field names it as what describes it. */
export const errorMessage = (id: string, text: string): Html => html`
  <p id="${id}" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${text}</p>`
