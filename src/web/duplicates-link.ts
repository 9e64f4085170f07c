import { count } from '../base/text.ts'
import { type Html, html } from './html.ts'

/** The way of an operator to what may be listed twice. @param waiting - how many pairs wait for a person */
export const duplicatesLink = (waiting: number): Html => html`
  <p class="govuk-body">
    <a class="govuk-link" href="/duplicates">Possible duplicates</a>: ${waiting === 0 ? 'none to look at' : `${count(waiting, 'pair')} to look at`}
  </p>`
