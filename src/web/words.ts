import { dayOf, daysBetween, type Instant, sayDate } from '../base/date.ts'
import { count, listWords } from '../base/text.ts'
import { type AreaCode, areaName } from '../domain/area.ts'
import { currentRound, daysLeft, sayDeadline } from '../domain/deadline.ts'
import { type Opportunity, type OpportunityStatus, sayStatus, statusAt } from '../domain/opportunity.ts'
import type { Organisation } from '../domain/organisation.ts'
import { type Tag, tag } from './components/tag.ts'
import type { Html } from './html.ts'

const COLOURS: Readonly<Record<OpportunityStatus, Tag['colour']>> = {
  open: 'green',
  forecast: 'yellow',
  closed: 'grey',
  withdrawn: 'red',
}

/** Where the call stands now, in a coloured box. */
export function statusTag(now: Date, opportunity: Opportunity): Html {
  const status = statusAt(now, opportunity)
  return tag({ text: sayStatus(status), colour: COLOURS[status] })
}

/** Whether bids can be made, or will be. */
export function isAhead(
  opportunity: Pick<Opportunity, 'ended' | 'forecast' | 'deadline'>,
  now: Date,
): boolean {
  const status = statusAt(now, opportunity)
  return status === 'open' || status === 'forecast'
}

/** @example sayAreaNames([BRISTOL, SOUTH_WEST]) // 'Bristol and South West' */
export const sayAreaNames = (areas: readonly AreaCode[]): string => listWords(areas.map(areaName))

/** How long ago, by the calendar in London: `today`, `yesterday`, `3 days ago`, then the date. */
export function sayAgo(now: Date, moment: Instant): string {
  const day = dayOf(moment)
  const days = daysBetween(day, dayOf(now))
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  return days <= 14 ? `${days} days ago` : `on ${sayDate(day)}`
}

/** When bids are taken, as it stands now: honest about what is over and what has not begun. */
export function sayWhen(now: Date, opportunity: Opportunity): string {
  const { deadline, ended } = opportunity
  switch (statusAt(now, opportunity)) {
    case 'withdrawn':
      return 'Withdrawn'
    case 'closed': {
      if (ended === 'awarded') return 'Closed: it has been awarded'
      if (ended === 'closed_early') return 'Closed early'
      const last = deadline.rounds.at(-1)?.closesOn
      return last ? `Closed on ${sayDate(last)}` : 'Closed'
    }
    case 'forecast': {
      const opensOn = currentRound(now, deadline)?.opensOn
      const opens = opensOn ? `Opens on ${sayDate(opensOn)}` : 'Not open yet'
      return `${opens}. Deadline: ${lowerFirst(sayDeadline(now, deadline))}`
    }
    case 'open':
      return sayDeadline(now, deadline)
  }
}

/** Days to the deadline of an open call, in words; null when it has no date or is not open. */
export function sayDaysLeft(now: Date, opportunity: Opportunity): string | null {
  if (statusAt(now, opportunity) !== 'open') return null
  const days = daysLeft(now, opportunity.deadline)
  if (days === null) return null
  if (days <= 0) return 'Last day today'
  return `${count(days, 'day')} left`
}

/** @param part - 0 to 1 @example outOf100(0.724) // '72 out of 100' */
export const outOf100 = (part: number): string => `${Math.round(part * 100)} out of 100`

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Where an organisation works; where its address is, when it has not said. */
export function sayWorksIn({ areas, basedIn }: Pick<Organisation, 'areas' | 'basedIn'>): string {
  if (areas.length > 0) return sayAreaNames(areas)
  return basedIn === null ? 'Not known' : `Not known. Its postcode is in ${areaName(basedIn)}`
}
