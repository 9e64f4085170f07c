import type { IsoDate } from '../../base/date.ts'
import type { Opportunity } from '../../domain/opportunity.ts'

/** The last day on which a bid can be made; null when none is known, or at any time. */
export function lastDayOf({ deadline: { kind, rounds } }: Pick<Opportunity, 'deadline'>): IsoDate | null {
  if (kind === 'rolling' || kind === 'until_spent') return null
  return rounds.reduce<IsoDate | null>(
    (last, { closesOn }) => (closesOn !== null && (last === null || closesOn > last) ? closesOn : last),
    null,
  )
}

/**
 * Whether something that begins on a day has begun, begins while bids are still taken, or comes too late for
 * the last of them; where no last day is known it comes too soon.
 */
export function comesIn(
  day: IsoDate,
  today: IsoDate,
  lastDay: IsoDate | null,
): 'met' | 'in_time' | 'too_soon' | 'late' {
  if (day <= today) return 'met'
  if (lastDay === null) return 'too_soon'
  return day <= lastDay ? 'in_time' : 'late'
}

/** Goes on a sentence about a day on which the opportunity is over. */
export const ONLY_IF_AGAIN = ', if it runs again'
