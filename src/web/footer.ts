import { listWords } from '../base/text.ts'
import type { Registry } from '../runtime.ts'
import { type Html, html } from './html.ts'
import { licenceNamed } from './licences.ts'

/** Says whose data the pages show, as the licences ask. */
export const footer = ({ sample, sources }: Registry): Html => html`
  <div class="govuk-footer">
    <div class="govuk-width-container">
      <h2 class="govuk-visually-hidden">About this service</h2>
      <p class="govuk-body-s">
        fundlocal brings outside money to a place. It is not part of GOV.UK, and it does not make awards:
        always read the funder's own page before you apply.
      </p>
      ${!sample && creditsBySource(sources)}
      <p class="govuk-body-s">
        Names of areas: Office for National Statistics, licensed under the Open Government Licence v3.0.
        Contains OS data © Crown copyright and database right.
      </p>
    </div>
  </div>`

function creditsBySource(sources: Registry['sources']): readonly Html[] {
  const licences = Map.groupBy(
    sources.filter(({ enabled }) => enabled),
    ({ licence }) => licence,
  )
  return [...licences].map(([licence, those]) => {
    const names = listWords([...new Set(those.map(({ name }) => name))])
    return licence === 'OGL-UK-3.0'
      ? html`<p class="govuk-body-s">
          Contains public sector information licensed under the ${licenceLink(licence)}. Sources: ${names}.
        </p>`
      : html`<p class="govuk-body-s">Contains information from ${names}. Licence: ${licenceLink(licence)}.</p>`
  })
}

/** The licence's name, linked to its text where that is known. */
export function licenceLink(licence: string): Html {
  const { name, url } = licenceNamed(licence)
  return url === null ? html`${name}` : html`<a class="govuk-link" href="${url}" rel="license">${name}</a>`
}
