import type { NotOpenPage } from '../actions/matching/find-not-open.ts'
import { count } from '../base/text.ts'
import { ASKED, type Opener, type OpenQuestion } from '../domain/opening.ts'
import { type Html, html } from './html.ts'

/** What would open most and what would settle most; nothing of what is empty. */
export const openingSections = ({ openers, questions }: NotOpenPage): Html => html`
  ${openers.length > 0 && openersSection(openers)}
  ${questions.length > 0 && questionsSection(questions)}`

const openersSection = (openers: readonly Opener[]): Html => html`
  <h2 class="govuk-heading-m">What would open most</h2>
  <p class="govuk-body">Each counts only what nothing else shuts you out of.</p>
  <ul class="govuk-list govuk-list--bullet">
    ${openers.map(({ step, opens }) => html`<li><strong>${step}</strong>: opens ${opens.toLocaleString('en-GB')} more</li>`)}
  </ul>`

const questionsSection = (questions: readonly OpenQuestion[]): Html => html`
  <h2 class="govuk-heading-m">What we do not know of you</h2>
  <ul class="govuk-list govuk-list--bullet">
    ${questions.map(
      (it) => html`
        <li><strong>Tell us ${ASKED[it.field].name}</strong>: ${saySettles(it)}.<br>${ASKED[it.field].question}</li>`,
    )}
  </ul>
  <p class="govuk-body">To tell us, add it to your list of organisations, and bring the list in again.</p>`

/** @example 'settles 23 of your matches, and 8 more ask for it beside other things' */
function saySettles({ settles, asked }: OpenQuestion): string {
  const others = asked - settles
  if (settles === 0)
    return `${count(others, 'of your matches asks', 'of your matches ask')} for it, beside other things`
  const alone = `settles ${settles} of your matches`
  return others === 0
    ? alone
    : `${alone}, and ${others} more ${others === 1 ? 'asks' : 'ask'} for it beside other things`
}
