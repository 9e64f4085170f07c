import { addDays, daysBetween, type IsoDate } from '../../base/date.ts'
import { type Opportunity, statusAt } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { scoreTime, type TimeLeft, timeLeft } from '../parts/time.ts'

/** All that the clock says of one opportunity, as far as verdicts and scores go by it. */
export interface ClockState {
  readonly isOver: boolean
  readonly left: TimeLeft
}

export function clockState(now: Date, opportunity: Opportunity): ClockState {
  const status = statusAt(now, opportunity)
  return { isOver: status === 'closed' || status === 'withdrawn', left: timeLeft(now, opportunity) }
}

/** Whether that opportunity, itself unchanged, may be worth something else to one with that preparation time. */
export const hasCrossed = (before: ClockState, after: ClockState, preparationDays: number): boolean =>
  before.isOver !== after.isOver ||
  (before.left !== after.left &&
    scoreTime(before.left, preparationDays).value !== scoreTime(after.left, preparationDays).value)

/** Further apart than that, two days always have an anniversary between them. */
const LONGEST_MONTH = 31

/**
 * Whether a fact of the organisation itself that counts in months, such as its age, has come to another
 * number of them: then anything that goes by it may be judged otherwise.
 */
export function hasAnniversary(organisation: Dated, from: IsoDate, to: IsoDate): boolean {
  const dates = datesOf(organisation)
  if (dates.length === 0 || from === to) return false
  const days = daysBetween(from, to)
  if (days < 0 || days >= LONGEST_MONTH) return true
  for (let n = 1; n <= days; n += 1) {
    const day = addDays(from, n)
    if (dates.some((date) => isAnniversary(date, day))) return true
  }
  return false
}

type Dated = Pick<Organisation, 'foundedOn' | 'accountsFrom' | 'history'>

/** An award that ends on a day is over the day after. */
const datesOf = ({ foundedOn, accountsFrom, history }: Dated): IsoDate[] =>
  [
    foundedOn,
    accountsFrom,
    ...(history ?? []).flatMap(({ appliedOn, endsOn }) => [appliedOn, endsOn && addDays(endsOn, 1)]),
  ].filter((date) => date !== null)

/** In a month that is too short it falls on the last day. */
function isAnniversary(of: IsoDate, day: IsoDate): boolean {
  const [wanted, found] = [Number(of.slice(8)), Number(day.slice(8))]
  return found === wanted || (found < wanted && addDays(day, 1).endsWith('-01'))
}
