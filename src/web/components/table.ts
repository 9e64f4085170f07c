import { type Html, html, type Piece } from '../html.ts'

interface Props {
  readonly caption: string
  readonly head: readonly { readonly text: string; readonly numeric?: boolean }[]
  /** As many cells a row as the head has; the first one names its row. */
  readonly rows: readonly (readonly Piece[])[]
}

export const table = ({ caption, head, rows }: Props): Html => {
  const numeric = (cell: 'header' | 'cell', column: number) =>
    head[column]?.numeric ? ` govuk-table__${cell}--numeric` : ''
  return html`
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--s">${caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${head.map(
            ({ text }, i) =>
              html`<th scope="col" class="govuk-table__header${numeric('header', i)}">${text}</th>`,
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${rows.map(
          ([name, ...cells]) => html`
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">${name}</th>
              ${cells.map(
                (cell, i) => html`<td class="govuk-table__cell${numeric('cell', i + 1)}">${cell}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`
}
