import type { Ranking } from './rank.ts'
import type { Seeker } from './seeker.ts'

/** The lists of many organisations in flat arrays: so many places for each, in the order of their numbers. */
export interface Lists {
  readonly most: number
  /** Best first; `NOTHING` where a list is shorter. */
  readonly slots: Int32Array
  /** Scores in units. */
  readonly units: Int32Array
  /** 1 where it is not clear whether the organisation may apply. */
  readonly isUnclear: Uint8Array
}

export const NOTHING = -1

/** Ranks for the organisations from one number to before another, and writes their lists. */
export function fillLists(
  rank: Ranking,
  seekerAt: (number: number) => Seeker,
  [from, end]: readonly [from: number, end: number],
  { most, slots, units, isUnclear }: Lists,
): void {
  for (let number = from; number < end; number += 1) {
    const placed = rank(seekerAt(number), most)
    slots.fill(NOTHING, number * most + placed.length, (number + 1) * most)
    for (const [at, one] of placed.entries()) {
      slots[number * most + at] = one.slot
      units[number * most + at] = one.units
      isUnclear[number * most + at] = one.verdict === 'unclear' ? 1 : 0
    }
  }
}
