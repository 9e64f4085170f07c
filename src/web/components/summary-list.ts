import { type Html, html, type Piece } from '../html.ts'

export interface Row {
  readonly key: string
  readonly value: Piece
}

/** Facts as pairs of a name and what it is. */
export const summaryList = (rows: readonly Row[]): Html => html`
  <dl class="govuk-summary-list">
    ${rows.map(
      ({ key, value }) => html`
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">${key}</dt>
          <dd class="govuk-summary-list__value">${value}</dd>
        </div>`,
    )}
  </dl>`
