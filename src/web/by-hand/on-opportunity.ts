import { isByHand } from '../../domain/by-hand.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { type Html, html } from '../html.ts'
import type { Done } from '../query.ts'
import { changeHref, withdrawHref } from './target.ts'

const SAID: Readonly<Record<NonNullable<Done>, string>> = {
  added: 'The opportunity is added. It is matched the next time that matches are made.',
  changed:
    'The change is saved. Those who were told of the opportunity are told in their next digest if it matters to them.',
  withdrawn: 'The opportunity is withdrawn. Those who were told of it are told in their next digest.',
}

/** Says what has just been done with it. */
export const doneBanner = (done: Done): Html | false =>
  done !== null &&
  notificationBanner({
    id: 'done',
    title: 'Done',
    content: html`<p class="govuk-notification-banner__heading">${SAID[done]}</p>`,
  })

/** What can be done with an opportunity that was added by hand; nothing with another. */
export const byHandLinks = (opportunity: Opportunity): Html | false =>
  isByHand(opportunity) &&
  html`<ul class="govuk-list">
    <li><a class="govuk-link" href="${changeHref(opportunity.id)}">Change this opportunity</a></li>
    ${opportunity.ended !== 'withdrawn' && html`<li><a class="govuk-link" href="${withdrawHref(opportunity.id)}">Withdraw this opportunity</a></li>`}
  </ul>`
