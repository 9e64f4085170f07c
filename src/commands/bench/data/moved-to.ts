import { addDays, dayOf, daysBetween, type IsoDate } from '../../../base/date.ts'
import type { Opportunity } from '../../../domain/opportunity.ts'
import { BENCH_NOW } from './opportunities.ts'

/** The same invented call with its dates as far from that moment as they were from `BENCH_NOW`. */
export function movedTo(now: Date, opportunity: Opportunity): Opportunity {
  const days = daysBetween(dayOf(BENCH_NOW), dayOf(now))
  const move = (day: IsoDate | null) => day && addDays(day, days)
  const rounds = opportunity.deadline.rounds.map((round) => ({
    ...round,
    opensOn: move(round.opensOn),
    closesOn: move(round.closesOn),
  }))
  return { ...opportunity, deadline: { ...opportunity.deadline, rounds } }
}
