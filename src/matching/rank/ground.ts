import type { Interned } from '../catalogue/interned.ts'
import type { Place, Rankable } from '../catalogue/rankable.ts'
import { scorePlace } from '../parts/place.ts'
import { unitsOf } from '../profile/units.ts'
import type { Seeker } from './seeker.ts'
import type { placeJudge } from './verdicts.ts'

/**
 * What many organisations share: those of one place, with one preparation time, that want contracts or
 * not. Which opportunities can be theirs, as stretches of slots, and what these add before a word is
 * compared.
 */
export interface Ground {
  /** Where each stretch begins and ends, ascending; the first is all that is for everywhere. */
  readonly stretches: Int32Array
  /** In units, the stretches one after the other; `CLOSED` for one that cannot be theirs. */
  readonly base: Int32Array
  /** By number of place: 1 where the rule for the place is not clear. */
  readonly isUnclear: Uint8Array
}

/** Far under any score, and far from overflowing. */
export const CLOSED = -(2 ** 30)
/** What is under it is closed, whatever was added. */
export const LEAST_OPEN = CLOSED / 2

/** The ground as far as it is a matter of place. */
export interface PlaceGround extends Pick<Ground, 'stretches' | 'isUnclear'> {
  /** By number of place, in units, or `CLOSED`. */
  readonly byPlace: Int32Array
}

/** @param judges - the rule of each place, by number */
export function placeGround(
  { everywhere, places }: Rankable,
  judges: readonly ReturnType<typeof placeJudge>[],
  { where, organisation }: Seeker,
): PlaceGround {
  const verdicts = judges.map((judge) => judge(organisation.areas))
  const byPlace = Int32Array.from(places.values, ({ where: theirs }, number) =>
    verdicts[number] === 'ineligible' ? CLOSED : unitsOf('place', scorePlace(where, theirs).value),
  )
  return {
    byPlace,
    stretches: stretchesOf(everywhere, places, byPlace),
    isUnclear: Uint8Array.from(verdicts, (it) => (it === 'unclear' ? 1 : 0)),
  }
}

/**
 * @param byTime - what the time adds for that preparation time, by number of times, in units, or `CLOSED`
 * @param byTerms - `CLOSED` for a contract that is not wanted, by number of terms; else 0
 */
export function groundFrom(
  { places, times, terms, shared }: Rankable,
  { byPlace, stretches, isUnclear }: PlaceGround,
  byTime: Int32Array,
  byTerms: Int32Array,
): Ground {
  const unitsAt = (slot: number): number => {
    const place = byPlace[places.numbers[slot] ?? 0] ?? CLOSED
    const time = byTime[times.numbers[slot] ?? 0] ?? CLOSED
    const kind = byTerms[terms.numbers[slot] ?? 0] ?? CLOSED
    const isClosed = place === CLOSED || time === CLOSED || kind === CLOSED
    return isClosed ? CLOSED : (shared[slot] ?? 0) + place + time
  }
  const base = new Int32Array(lengthOf(stretches))
  let at = 0
  for (let one = 0; one < stretches.length; one += 2) {
    const end = stretches[one + 1] ?? 0
    for (let slot = stretches[one] ?? 0; slot < end; slot += 1) {
      base[at] = unitsAt(slot)
      at += 1
    }
  }
  return { stretches, base, isUnclear }
}

/** Stretches that are no further apart than this become one: to go over a few closed ones is cheaper than to leap. */
const GAP = 256

function stretchesOf(everywhere: number, { numbers }: Interned<Place>, byPlace: Int32Array): Int32Array {
  const ends = [0, everywhere]
  for (let slot = everywhere; slot < numbers.length; slot += 1) {
    if (byPlace[numbers[slot] ?? 0] === CLOSED) continue
    const last = ends.at(-1) ?? 0
    if (ends.length === 2 || slot - last > GAP) ends.push(slot, slot + 1)
    else ends[ends.length - 1] = slot + 1
  }
  return Int32Array.from(ends)
}

function lengthOf(stretches: Int32Array): number {
  let length = 0
  for (let at = 0; at < stretches.length; at += 2) length += (stretches[at + 1] ?? 0) - (stretches[at] ?? 0)
  return length
}
