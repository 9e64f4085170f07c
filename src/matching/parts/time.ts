import { count } from '../../base/text.ts'
import { daysLeft } from '../../domain/deadline.ts'
import { type OpportunityContent, statusAt } from '../../domain/opportunity.ts'
import { NO_TIME, TIGHT_TIME, UNKNOWN_TIME } from '../weights.ts'
import { type Part, silent } from './part.ts'

/** How much time a call leaves: days, no end, not open yet, or not known. */
export type TimeLeft = number | 'no_end' | 'until_spent' | 'ahead' | 'unknown'

/** The time that a call leaves from that moment; 0 on its last day and once it is closed. */
export function timeLeft(
  now: Date,
  opportunity: Pick<OpportunityContent, 'ended' | 'forecast' | 'deadline'>,
): TimeLeft {
  const status = statusAt(now, opportunity)
  if (status === 'closed' || status === 'withdrawn') return 0
  if (status === 'forecast') return 'ahead'
  const { kind } = opportunity.deadline
  if (kind === 'rolling') return 'no_end'
  if (kind === 'until_spent') return 'until_spent'
  return daysLeft(now, opportunity.deadline) ?? 'unknown'
}

/**
 * How comfortably a bid can still be prepared. It falls in two steps and not day by day, so that lists
 * change when something happens and not every night.
 *
 * @param preparationDays - at least 1
 * @returns 1 with the full preparation time left, no end or not open yet; less with half of it, and with
 *   less; what may be spent any day is as good as not known
 */
export function scoreTime(left: TimeLeft, preparationDays: number): Part {
  if (left === 'unknown' || left === 'until_spent') return silent(UNKNOWN_TIME)
  if (left === 'no_end')
    return { value: 1, say: () => 'It has no closing date, so you can take the time you need.' }
  if (left === 'ahead') return { value: 1, say: () => 'It is not open yet, so you have time to prepare.' }
  // Too little time is no reason to bid.
  if (left < preparationDays) return silent(left * 2 < preparationDays ? NO_TIME : TIGHT_TIME)
  return {
    value: 1,
    say: () => `You have ${count(left, 'day')} left, and usually need ${preparationDays}.`,
  }
}
