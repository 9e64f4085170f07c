import type { PackedSeekers } from './packed-seekers.ts'
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

/** Ranks for some organisations by number, and writes their lists. */
export function fillLists(
  rank: Ranking,
  seekerAt: (number: number) => Seeker,
  numbers: Uint32Array,
  { most, slots, units, isUnclear }: Lists,
): void {
  for (const number of numbers) {
    const placed = rank(seekerAt(number), most)
    slots.fill(NOTHING, number * most + placed.length, (number + 1) * most)
    for (const [at, one] of placed.entries()) {
      slots[number * most + at] = one.slot
      units[number * most + at] = one.units
      isUnclear[number * most + at] = one.verdict === 'unclear' ? 1 : 0
    }
  }
}

/** The numbers of all, those of one place together: what one of them reads is then at hand for the next. */
export function placeByPlace({ placeNumbers, places }: PackedSeekers): Uint32Array {
  const next = new Uint32Array(places.length + 1)
  for (const place of placeNumbers) next[place + 1] = (next[place + 1] ?? 0) + 1
  for (let place = 1; place < next.length; place += 1)
    next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0)
  const numbers = new Uint32Array(placeNumbers.length)
  for (let number = 0; number < placeNumbers.length; number += 1) {
    const place = placeNumbers[number] ?? 0
    const at = next[place] ?? 0
    numbers[at] = number
    next[place] = at + 1
  }
  return numbers
}
