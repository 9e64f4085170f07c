import type { Opportunity } from '../../domain/opportunity.ts'
import { errorSummary } from '../components/error-summary.ts'
import { textInput } from '../components/text-input.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { opportunityHref, withdrawHref } from './target.ts'

interface Props {
  readonly site: Site
  readonly opportunity: Opportunity
  readonly reason: string
  /** What is wrong with the reason; null for nothing. */
  readonly fault: string | null
}

/** Asks why an opportunity is withdrawn. */
export const withdrawPage = ({ site, opportunity, reason, fault }: Props): Html =>
  layout({
    site,
    title: `${fault === null ? '' : 'Error: '}Withdraw this opportunity`,
    part: 'opportunities',
    before: html`<a href="${opportunityHref(opportunity.id)}" class="govuk-back-link">Back</a>`,
    main: html`
      ${fault !== null && errorSummary([{ href: 'reason', text: fault }])}
      <h1 class="govuk-heading-xl">Withdraw this opportunity</h1>
      <p class="govuk-body-l">${opportunity.title}</p>
      <form action="${withdrawHref(opportunity.id)}" method="post" novalidate>
        ${textInput({
          name: 'reason',
          isWide: true,
          label: 'Why is it withdrawn?',
          hint: 'Such as “The funder has stopped it”. Everybody who was told of it reads this. To bring it back, change it',
          value: reason,
          fault,
        })}
        <button type="submit" class="govuk-button govuk-button--warning">Withdraw it</button>
      </form>`,
  })
