import { type Html, html } from '../html.ts'

const BACK =
  'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z'
const ON =
  'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z'

interface Props {
  /** Where the pages begin; null on the first page itself. */
  readonly firstHref: string | null
  /** Null on the last page. */
  readonly nextHref: string | null
}

/** The ways out of one page of a list; nothing when everything fits on it. */
export function pagination({ firstHref, nextHref }: Props): Html | null {
  if (firstHref === null && nextHref === null) return null
  return html`
    <nav class="govuk-pagination govuk-pagination--block" aria-label="Pagination">
      ${firstHref !== null && step('prev', firstHref, html`First<span class="govuk-visually-hidden"> page</span>`)}
      ${nextHref !== null && step('next', nextHref, html`Next<span class="govuk-visually-hidden"> page</span>`)}
    </nav>`
}

const step = (rel: 'prev' | 'next', href: string, title: Html): Html => html`
  <div class="govuk-pagination__${rel}">
    <a class="govuk-link govuk-pagination__link" href="${href}" rel="${rel}">
      <svg class="govuk-pagination__icon govuk-pagination__icon--${rel}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
        <path d="${rel === 'prev' ? BACK : ON}"></path>
      </svg>
      <span class="govuk-pagination__link-title govuk-pagination__link-title--decorated">${title}</span>
    </a>
  </div>`
