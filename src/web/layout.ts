import { summarise } from '../base/text.ts'
import type { Registry } from '../runtime.ts'
import { genericHeader, serviceNavigation } from './components/header.ts'
import { skipLink } from './components/skip-link.ts'
import { footer } from './footer.ts'
import { type Html, html, type Piece } from './html.ts'

/** What every page needs to know of the installation. */
export type Site = Registry

/** Browsers and search results cut longer titles. */
const LONGEST_TITLE = 55

interface Props {
  readonly site: Site
  readonly title: string
  /** The part of the service that the page belongs to; null for none. */
  readonly part: 'opportunities' | 'organisations' | 'sources' | null
  /** Whether the page is the first of its part, rather than one under it. */
  readonly top?: boolean
  /** A way back, above the heading. */
  readonly before?: Piece
  readonly main: Html
}

/** A whole page around its main matter. */
export const layout = ({ site, title, part, top = false, before, main }: Props): Html => html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
  <head>
    <meta charset="utf-8">
    <title>${summarise(title, LONGEST_TITLE)} – fundlocal</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="theme-color" content="#0b4a4f">
    <meta name="format-detection" content="telephone=no">
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/govuk-frontend.min.css">
    <link rel="stylesheet" href="/assets/app.css">
    <script type="module" src="/assets/app.js"></script>
  </head>
  <body class="govuk-template__body">
    ${skipLink('#main-content')}
    <header class="govuk-template__header">
      ${genericHeader('fundlocal')}
      ${serviceNavigation(
        PARTS.map(({ name, text }) => ({
          href: `/${name}`,
          text,
          here: name !== part ? 'no' : top ? 'page' : 'section',
        })),
      )}
    </header>
    ${site.sample && SAMPLE_BANNER}
    <div class="govuk-width-container">
      ${before}
      <main class="govuk-main-wrapper" id="main-content" tabindex="-1">${main}</main>
    </div>
    <footer class="govuk-template__footer">${footer(site)}</footer>
  </body>
</html>`

const PARTS = [
  { name: 'opportunities', text: 'Opportunities' },
  { name: 'organisations', text: 'Organisations' },
  { name: 'sources', text: 'Sources' },
] as const

const SAMPLE_BANNER = html`
  <section class="fl-sample" aria-label="Sample data">
    <p class="govuk-width-container fl-sample__text">
      <strong>Sample data:</strong> every funder, opportunity and organisation here is invented.
    </p>
  </section>`
