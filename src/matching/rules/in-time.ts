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

/** Whether something that begins on a day has begun, begins while bids are still taken, or comes too late. */
export function comesIn(day: IsoDate, today: IsoDate, lastDay: IsoDate | null): 'met' | 'in_time' | 'late' {
  if (day <= today) return 'met'
  return lastDay !== null && day <= lastDay ? 'in_time' : 'late'
}
