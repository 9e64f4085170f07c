import type { RuleOutcome } from '../../domain/match.ts'
import type { Times } from '../catalogue/rankable.ts'
import { type TimeLeft, timeLeft } from '../parts/time.ts'
import { judgeDeadline } from '../rules/deadline.ts'

/** What the clock says of times, the same for every organisation. */
export interface Timing {
  readonly outcome: RuleOutcome['outcome']
  readonly left: TimeLeft
}

export const timingAt = (now: Date, times: Times): Timing => ({
  outcome: judgeDeadline(now, times).outcome,
  left: timeLeft(now, times),
})
