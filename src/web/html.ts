import { html as honoHtml } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Markup in which every text is escaped already. */
export type Html = HtmlEscapedString

/** What a template takes. Dates, objects and promises do not fit: say or await them first. */
export type Piece = Html | string | number | false | null | undefined | readonly Piece[]

/**
 * Builds markup from a template, escaping every piece that is not itself `Html`. Quote attributes.
 *
 * The cast holds because no `Piece` is a promise, and only promises make hono's answer one.
 */
export const html = (template: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  honoHtml(template, ...pieces) as Html
