import { type Html, html } from '../html.ts'

/** The first stop of the tab key: straight to what the page is about. */
export const skipLink = (href: string): Html =>
  html`<a href="${href}" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>`
