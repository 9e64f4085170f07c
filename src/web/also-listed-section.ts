import type { AlsoListed } from '../actions/duplicates/also-listed.ts'
import { type OpportunityId, sayStatus, statusAt } from '../domain/opportunity.ts'
import { licenceLink } from './footer.ts'
import { type Html, html } from './html.ts'
import { sayAgo } from './words.ts'

/** Every other source that tells the same call, with what it says otherwise; nothing when there is none. */
export const alsoListedSection = (id: OpportunityId, also: readonly AlsoListed[], now: Date): Html | false =>
  also.length > 0 &&
  html`
    <h3 class="govuk-heading-s">Also listed by</h3>
    <ul class="govuk-list govuk-list--bullet">${also.map((it) => html`<li>${listing(it, now)}</li>`)}</ul>
    <p class="govuk-body">
      Several sources tell this call, and it is shown once.
      <a class="govuk-link" href="/duplicates/decided?${new URLSearchParams({ of: id }).toString()}">If these are not the same call, undo it</a>.
    </p>`

function listing({ record, differs }: AlsoListed, now: Date): Html {
  const { provenance, url } = record
  const status = sayStatus(statusAt(now, record)).toLowerCase()
  return html`
    <a class="govuk-link" href="${url}" rel="noopener">${provenance.sourceName}</a>: ${status} there,
    last checked ${sayAgo(now, provenance.lastCheckedAt)}. Licence: ${licenceLink(provenance.licence)}.
    ${differs.map(({ field, there }) => html`${field} there: ${there}. `)}`
}
