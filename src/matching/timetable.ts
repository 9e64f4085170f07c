import type { RuleOutcome } from '../domain/match.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import { type TimeLeft, timeLeft } from './parts/time.ts'
import { judgeDeadline } from './rules/deadline.ts'

/** What the clock says of one call, the same for every organisation. */
export interface Timing {
  readonly outcome: RuleOutcome
  readonly left: TimeLeft
}

/** The timing of every call from one moment, in the order of the opportunities. */
export type Timetable = (now: Date) => readonly Timing[]

/** Works it out once a moment and keeps the last: calendars and zones are slow. */
export function timetableOf(opportunities: readonly Opportunity[]): Timetable {
  let last: { readonly at: number; readonly timings: readonly Timing[] } | undefined
  return (now) => {
    if (last?.at !== now.getTime()) {
      const timings = opportunities.map((opportunity) => ({
        outcome: judgeDeadline(now, opportunity),
        left: timeLeft(now, opportunity),
      }))
      last = { at: now.getTime(), timings }
    }
    return last.timings
  }
}
