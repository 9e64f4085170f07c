import { dayOf, daysBetween, type Instant, sayInstant } from '../base/date.ts'
import { count } from '../base/text.ts'
import { isByHand } from '../domain/by-hand.ts'
import { CONFIDENCE, confidenceAt, type Freshness } from '../domain/confidence.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { Check } from '../domain/recheck.ts'
import { insetText } from './components/inset-text.ts'
import { type Html, html } from './html.ts'
import { isAhead, sayAgo } from './words.ts'

/** When it was last checked, and what that means once it is long ago. */
export function sayFreshness(now: Date, freshness: Freshness): string {
  const { lastCheckedAt } = freshness
  // Of a mistake something else is said.
  const confidence = confidenceAt(now, { ...freshness, mistakes: 0 })
  if (confidence < CONFIDENCE.doubtful) {
    const days = daysBetween(dayOf(lastCheckedAt), dayOf(now))
    return `Not checked for ${count(days, 'day')}: ask the funder before you rely on it`
  }
  const when = `Last checked ${sayAgo(now, lastCheckedAt)}`
  return confidence < CONFIDENCE.sure ? `${when}: it may have changed since` : when
}

/** The last line of a card: whose it is, how fresh, and in sight when nobody should rely on it. */
export function freshnessLine(now: Date, opportunity: Opportunity, freshness: Freshness): Html {
  const origin = `${isByHand(opportunity) ? '' : 'From '}${opportunity.provenance.sourceName}`
  // What is over needs no warning.
  if (!isAhead(opportunity, now)) {
    return html`<p class="fl-quiet">${origin}. Last checked ${sayAgo(now, freshness.lastCheckedAt)}.</p>`
  }
  const isDoubtful = confidenceAt(now, freshness) < CONFIDENCE.doubtful
  const words = freshness.mistakes > 0 ? 'Somebody has reported a mistake here' : sayFreshness(now, freshness)
  return html`<p class="fl-quiet">${origin}. ${isDoubtful ? html`<strong>${words}.</strong>` : `${words}.`}</p>`
}

/** Said before the facts when nobody should rely on them; nothing otherwise. */
export function doubtNotice(now: Date, freshness: Freshness): Html | false {
  if (freshness.mistakes > 0) {
    return insetText(
      html`<strong>Somebody has reported a mistake here.</strong> Ask the funder before you rely on it.`,
    )
  }
  return (
    confidenceAt(now, freshness) < CONFIDENCE.doubtful && insetText(html`${sayFreshness(now, freshness)}.`)
  )
}

/** When it was last checked, for the list of where facts come from. @param isAhead - whether bids can still be made */
export function checkedValue(now: Date, freshness: Freshness, isAhead: boolean): string {
  const { lastCheckedAt } = freshness
  const isSure = confidenceAt(now, { ...freshness, mistakes: 0 }) >= CONFIDENCE.sure
  const when = `${sayInstant(lastCheckedAt)} (${sayAgo(now, lastCheckedAt)})`
  return isSure || !isAhead ? when : `${when}. It may have changed since`
}

/** @example sayFound({ outcome: 'closed', … }) // 'A person found it closed on 3 June 2026 at 9am' */
export const sayFound = ({ outcome, checkedAt }: Pick<Check, 'outcome'> & { checkedAt: Instant }): string =>
  `A person found it ${outcome === 'closed' ? 'closed' : 'still right'} on ${sayInstant(checkedAt)}`
