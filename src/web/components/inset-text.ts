import { type Html, html, type Piece } from '../html.ts'

/** Words that stand apart from the rest of the page. */
export const insetText = (content: Piece): Html => html`<div class="govuk-inset-text">${content}</div>`
