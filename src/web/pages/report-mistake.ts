import { LONGEST_WORDS, MISTAKE_KINDS } from '../../domain/mistake.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { errorSummary, type Mistake } from '../components/error-summary.ts'
import { radios } from '../components/radios.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { opportunityHref } from '../opportunity-card.ts'

/** A report as it was written, and what its writer has to put right; null for nothing. */
export interface ReportDraft {
  readonly what: string | null
  readonly words: string
  readonly faults: { readonly what: string | null; readonly words: string | null }
}

export const NO_DRAFT: ReportDraft = { what: null, words: '', faults: { what: null, words: null } }

interface Props {
  readonly site: Site
  readonly opportunity: Opportunity
  readonly draft: ReportDraft
}

export const reportHref = (id: string): string => `${opportunityHref(id)}/report-a-mistake`

/** The form with which anybody says that something on a page is wrong. */
export function reportMistakePage({ site, opportunity, draft }: Props): Html {
  const mistakes: Mistake[] = [
    ...(draft.faults.what === null ? [] : [{ href: 'what', text: draft.faults.what }]),
    ...(draft.faults.words === null ? [] : [{ href: 'words', text: draft.faults.words }]),
  ]
  return layout({
    site,
    title: `${mistakes.length > 0 ? 'Error: ' : ''}Report a mistake`,
    part: 'opportunities',
    before: html`<a href="${opportunityHref(opportunity.id)}" class="govuk-back-link">Back</a>`,
    main: html`
      ${mistakes.length > 0 && errorSummary(mistakes)}
      <h1 class="govuk-heading-l">Report a mistake</h1>
      <p class="govuk-body fl-break">On “${opportunity.title}” from ${opportunity.funder.name}. A person looks into every report.</p>
      <form action="${reportHref(opportunity.id)}" method="post" novalidate>
        ${radios({
          name: 'what',
          id: 'what',
          legend: 'What is wrong?',
          options: Object.entries(MISTAKE_KINDS),
          chosen: draft.what,
          fault: draft.faults.what,
        })}
        ${textarea({
          name: 'words',
          id: 'words',
          label: 'What should it say? (optional, unless it is something else)',
          hint: `Up to ${LONGEST_WORDS.toLocaleString('en-GB')} characters. Do not write anything about yourself or another person`,
          value: draft.words,
          fault: draft.faults.words,
        })}
        <button type="submit" class="govuk-button">Send</button>
      </form>`,
  })
}

/** Said once a report has come in. */
export const thanksPage = ({ site, opportunity }: Omit<Props, 'draft'>): Html =>
  layout({
    site,
    title: 'Thank you',
    part: 'opportunities',
    main: html`
      <h1 class="govuk-heading-l">Thank you</h1>
      <p class="govuk-body">Your report is with those who run fundlocal. Until they have looked into it, the page warns everybody who reads it.</p>
      <p class="govuk-body"><a class="govuk-link" href="${opportunityHref(opportunity.id)}">Back to ${opportunity.title}</a></p>`,
  })
