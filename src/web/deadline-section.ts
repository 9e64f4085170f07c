import { sayDate, sayTime } from '../base/date.ts'
import type { Round } from '../domain/deadline.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import { table } from './components/table.ts'
import { type Html, html } from './html.ts'

/** Every round of a call that has several, and what the funder adds in words; nothing when there is neither. */
export function deadlineSection({ deadline: { rounds, note, zone } }: Opportunity): Html | null {
  if (rounds.length < 2 && note === null) return null
  return html`
    <h2 class="govuk-heading-m">Deadlines</h2>
    ${note !== null && html`<p class="govuk-body">The funder adds: “${note}”</p>`}
    ${
      rounds.length > 1 &&
      table({
        caption: 'All rounds',
        head: [{ text: 'Round' }, { text: 'Opens' }, { text: 'Closes' }],
        rows: rounds.map((round, i) => [`Round ${i + 1}`, opens(round), closes(round)]),
      })
    }
    ${zone !== 'Europe/London' && html`<p class="govuk-body">Times are those of ${zone.replaceAll('_', ' ')}.</p>`}`
}

const opens = ({ opensOn }: Round): string => (opensOn === null ? 'Not stated' : sayDate(opensOn))

function closes({ closesOn, closesTime }: Round): string {
  if (closesOn === null) return 'Not stated'
  return closesTime === null
    ? `${sayDate(closesOn)}, time not stated`
    : `${sayDate(closesOn)} at ${sayTime(closesTime)}`
}
