import { type Html, html, type Piece } from './html.ts'

/** Plain text as paragraphs: a blank line begins a new one, a single line end stays a line end. */
export const paragraphsOf = (text: string): readonly Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p class="govuk-body fl-break">${paragraph.split('\n').flatMap(withBreak)}</p>`)

const withBreak = (line: string, i: number): Piece[] => (i === 0 ? [line] : [html`<br>`, line])
