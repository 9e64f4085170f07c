import { dayOf } from '../../base/date.ts'
import type { Rankable } from '../catalogue/rankable.ts'
import { LEAST_OPEN } from './ground.ts'
import { groundsOf } from './grounds.ts'
import { type Placed, pickingOf } from './pick.ts'
import type { Seeker } from './seeker.ts'
import { sumPulls } from './sum-pulls.ts'
import { timingAt } from './timing.ts'

/**
 * Ranks the opportunities of one catalogue at one moment for one organisation after the other.
 *
 * @param least - what a score must have to be listed, in units
 */
export type Ranking = (seeker: Seeker, most: number, least?: number) => Placed[]

/**
 * The best opportunities that an organisation may apply for or may be able to, best first, ties by id:
 * exactly those that scoring every one of them would give.
 */
export function rankingOf(now: Date, rankable: Rankable): Ranking {
  const timings = rankable.times.values.map((times) => timingAt(now, times))
  const grounds = groundsOf(rankable, timings)
  const pick = pickingOf(rankable, dayOf(now))
  const sums = new Int32Array(rankable.shared.length)
  return (seeker, most, least = LEAST_OPEN) => {
    const ground = grounds(seeker)
    sumPulls(rankable.index, seeker, ground, sums)
    return pick(seeker, ground, sums, most, least)
  }
}
