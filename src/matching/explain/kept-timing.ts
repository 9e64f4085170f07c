import type { RuleOutcome } from '../../domain/match.ts'
import type { Times } from '../catalogue/rankable.ts'
import { type TimeLeft, timeLeft } from '../parts/time.ts'
import { judgeDeadline } from '../rules/deadline.ts'

/** What the clock says of times at one moment, with its words. */
export interface SaidTiming {
  readonly deadline: RuleOutcome
  readonly left: TimeLeft
}

const KEPT = new WeakMap<Times, SaidTiming & { readonly at: number }>()

/** Judged once for all that share the same times: to reckon with time zones is slow. The last moment is kept. */
export function timingOf(now: Date, times: Times): SaidTiming {
  const known = KEPT.get(times)
  if (known?.at === now.getTime()) return known
  const timing = { at: now.getTime(), deadline: judgeDeadline(now, times), left: timeLeft(now, times) }
  KEPT.set(times, timing)
  return timing
}
