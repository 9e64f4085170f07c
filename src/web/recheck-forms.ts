import { LONGEST_WORDS, MISTAKE_KINDS, type Mistake } from '../domain/mistake.ts'
import { type Opportunity, statusAt } from '../domain/opportunity.ts'
import { details } from './components/details.ts'
import { textarea } from './components/textarea.ts'
import { type Html, html } from './html.ts'
import { reportHref } from './pages/report-mistake.ts'
import { sayAgo } from './words.ts'

const action = (id: string, verb: string): string => `/rechecks/${encodeURIComponent(id)}/${verb}`

/** Tells the buttons of one card from those of the next, for those who hear the page. */
const about = ({ title }: Pick<Opportunity, 'title'>): Html =>
  html`<span class="govuk-visually-hidden">: ${title}</span>`

const press = (to: string, words: string, opportunity: Pick<Opportunity, 'title'>): Html => html`
  <form action="${to}" method="post">
    <button type="submit" class="govuk-button govuk-button--secondary">${words}${about(opportunity)}</button>
  </form>`

/** What a person may have found on the funder's page. What is over cannot be found closed. */
export const findingForms = (opportunity: Opportunity, now: Date): Html => html`
  <div class="fl-said fl-feedback">
    ${press(action(opportunity.id, 'still-right'), 'Still right', opportunity)}
    ${!isOver(now, opportunity) && press(action(opportunity.id, 'closed'), 'It has closed', opportunity)}
    <p class="govuk-body"><a class="govuk-link" href="${reportHref(opportunity.id)}">Something else is wrong${about(opportunity)}</a></p>
  </div>`

const isOver = (now: Date, opportunity: Opportunity): boolean =>
  ['closed', 'withdrawn'].includes(statusAt(now, opportunity))

/** Takes back one check, so that a second press takes back no other. @param id - of the check */
export const undoForm = (id: string, opportunity: Pick<Opportunity, 'title'>): Html =>
  press(`/rechecks/checks/${encodeURIComponent(id)}/undo`, 'Undo', opportunity)

/** What was reported, in the words of who did, with the way to settle it. */
export const reports = (opportunity: Opportunity, mistakes: readonly Mistake[], now: Date): Html => html`
  <ul class="govuk-list">
    ${mistakes.map(
      (mistake) => html`
        <li>
          <p class="govuk-body">
            <strong>Reported ${sayAgo(now, mistake.reportedAt)}: ${MISTAKE_KINDS[mistake.what]}.</strong>
            ${mistake.words !== null && html`<span class="fl-break">“${mistake.words}”</span>`}
          </p>
          ${details(html`Settle${about(opportunity)}`, settleForm(mistake))}
        </li>`,
    )}
  </ul>`

const settleForm = ({ id }: Mistake): Html => html`
  <form action="/rechecks/mistakes/${encodeURIComponent(id)}/settle" method="post">
    ${textarea({
      name: 'note',
      id: `note-${id}`,
      label: 'What came of it (optional)',
      hint: `Up to ${LONGEST_WORDS.toLocaleString('en-GB')} characters`,
      value: '',
      fault: null,
    })}
    <button type="submit" class="govuk-button govuk-button--secondary">Settle it</button>
  </form>`
