import type { Recheck, RecheckQueue } from '../../actions/rechecks/list-rechecks.ts'
import { count } from '../../base/text.ts'
import type { CheckedOpportunity } from '../../db/checks.ts'
import { insetText } from '../components/inset-text.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { sayFound, sayFreshness } from '../freshness-words.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { opportunityHref } from '../opportunity-card.ts'
import { findingForms, reports, undoForm } from '../recheck-forms.ts'
import { sayDaysLeft, sayWhen } from '../words.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly queue: RecheckQueue
  /** What persons found lately, newest first. */
  readonly lately: readonly CheckedOpportunity[]
  /** What has just been done; null for nothing. */
  readonly done: string | null
}

/** For operators: what should be looked at on the funders' own pages, most pressing first. */
export const rechecksPage = ({ site, now, queue, lately, done }: Props): Html =>
  layout({
    site,
    title: 'Opportunities to check',
    part: 'sources',
    before: html`<a href="/sources" class="govuk-back-link">Sources</a>`,
    main: html`
      <h1 class="govuk-heading-xl">Opportunities to check</h1>
      <p class="govuk-body-l">
        Open opportunities that were not checked for long, and any with a report of a mistake, even when it has
        closed. Those that close soon and that many organisations follow come first.
      </p>
      ${done !== null && notificationBanner({ id: 'done', title: 'Done', content: html`<p class="govuk-notification-banner__heading">${done}</p>` })}
      <h2 class="govuk-heading-m">${heading(queue)}</h2>
      ${queue.total === 0 ? insetText('Everything that is open has been checked lately, and no report waits.') : cards(queue.items, now)}
      ${lately.length > 0 && html`<h2 class="govuk-heading-m">Checked lately</h2>${latelyList(lately)}`}`,
  })

function heading({ items, total }: RecheckQueue): string {
  if (total === 0) return 'Nothing to check'
  const all = `${total.toLocaleString('en-GB')} to check`
  return items.length < total ? `${all}, of which these ${items.length} are the most pressing` : all
}

const cards = (items: readonly Recheck[], now: Date): Html => html`
  <ul class="fl-cards">${items.map((item) => html`<li class="fl-card">${card(item, now)}</li>`)}</ul>`

function card({ opportunity, freshness, followers, mistakes }: Recheck, now: Date): Html {
  const { id, title, url, funder, provenance } = opportunity
  const left = sayDaysLeft(now, opportunity)
  return html`
    <h3 class="govuk-heading-m fl-card__title"><a class="govuk-link" href="${opportunityHref(id)}">${title}</a></h3>
    <p class="govuk-body">
      ${sayWhen(now, opportunity)}${left !== null && html` <strong>(${left})</strong>`}.
      ${sayFollowers(followers)}.
    </p>
    <p class="fl-quiet">${sayFreshness(now, freshness)}. From ${provenance.sourceName}.</p>
    ${mistakes.length > 0 && reports(opportunity, mistakes, now)}
    <p class="govuk-body"><a class="govuk-link" href="${url}" rel="noopener">Read the page of ${funder.name}<span class="govuk-visually-hidden">: ${title}</span></a></p>
    ${findingForms(opportunity, now)}`
}

const sayFollowers = (followers: number): string =>
  followers === 0 ? 'No organisation follows it' : `${count(followers, 'organisation')} may follow it`

const latelyList = (lately: readonly CheckedOpportunity[]): Html => html`
  <ul class="fl-cards">
    ${lately.map(
      ({ check, title }) => html`
        <li class="fl-card">
          <p class="govuk-body"><a class="govuk-link" href="${opportunityHref(check.opportunityId)}">${title}</a>. ${sayFound(check)}.</p>
          ${undoForm(check.id, { title })}
        </li>`,
    )}
  </ul>`
