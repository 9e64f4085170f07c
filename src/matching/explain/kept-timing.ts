import { dayOf, type IsoDate } from '../../base/date.ts'
import type { RuleOutcome } from '../../domain/match.ts'
import type { Times } from '../catalogue/rankable.ts'
import { type TimeLeft, timeLeft } from '../parts/time.ts'
import { judgeDeadline } from '../rules/deadline.ts'

/** What the clock says of times at one moment, with its words. */
export interface SaidTiming {
  readonly today: IsoDate
  readonly deadline: RuleOutcome
  readonly left: TimeLeft
}

const KEPT = new WeakMap<Times, SaidTiming & { readonly at: number }>()

/** Judged once for all that share the same times: to reckon with time zones is slow. The last moment is kept. */
export function timingOf(now: Date, times: Times): SaidTiming {
  const known = KEPT.get(times)
  if (known?.at === now.getTime()) return known
  const timing = {
    at: now.getTime(),
    today: dayAt(now),
    deadline: judgeDeadline(now, times),
    left: timeLeft(now, times),
  }
  KEPT.set(times, timing)
  return timing
}

let last: { readonly at: number; readonly today: IsoDate } | undefined

/** The day of a moment: all times are asked about the same one. */
function dayAt(now: Date): IsoDate {
  if (last?.at !== now.getTime()) last = { at: now.getTime(), today: dayOf(now) }
  return last.today
}
