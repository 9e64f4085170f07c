import { quotation } from '../fact-words.ts'
import { type Html, html, type Piece } from '../html.ts'

/** A hint, with the words that the field was filled in from; or those that may say it, for a person to read. */
export const withEvidence = (hint: Piece, quote: string | null, unsure?: string): Html => html`
  ${hint}
  ${quote !== null && html`<p class="fl-basis">Read from:</p>${quotation(quote)}`}
  ${quote === null && unsure !== undefined && html`<p class="fl-basis">Not filled in, because this does not say it for sure:</p>${quotation(unsure)}`}`
