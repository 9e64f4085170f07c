import type { IsoDate } from '../../base/date.ts'
import type { Rankable } from '../catalogue/rankable.ts'
import { amountsOf, MOST_AMOUNT } from './amount-units.ts'
import { bestOf } from './best.ts'
import type { Ground } from './ground.ts'
import { likelyFloor } from './likely-floor.ts'
import type { Seeker, SeekerFacts } from './seeker.ts'
import { INELIGIBLE, UNCLEAR, verdictsOf } from './verdicts.ts'
import { rankIn, unitsIn, worthOf } from './worth.ts'

/** One opportunity of a catalogue, by slot, and its score in units. */
export interface Placed {
  readonly slot: number
  readonly units: number
  readonly verdict: 'eligible' | 'unclear'
}

/**
 * Picks the best by their sums. The amount and the verdict are looked at only where the sum may be among
 * the best: the amount can add only so much.
 *
 * @param least - what a score must have, in units
 */
export type Picking = (
  seeker: Pick<Seeker, 'organisation'>,
  ground: Ground,
  sums: Int32Array,
  most: number,
  least: number,
) => Placed[]

export function pickingOf({ terms, places, ranks }: Rankable, today: IsoDate): Picking {
  const verdicts = verdictsOf(terms, today)
  const amounts = amountsOf(terms)
  const slots = inverse(ranks)
  const best = bestOf()
  const room = new Int32Array(ranks.length)
  /** By slot, of what was looked at. */
  const verdictAt = new Uint8Array(ranks.length)
  /** @returns the new floor */
  const look = (slot: number, units: number, verdict: number, floor: number): number => {
    if (verdict === INELIGIBLE) return floor
    verdictAt[slot] = verdict
    best.put(worthOf(units, ranks[slot] ?? 0))
    return best.isFull() ? unitsIn(best.least()) : floor
  }
  const lookAtAll = (organisation: SeekerFacts, sums: Int32Array, count: number, from: number): void => {
    const amountOn = amounts(organisation)
    const verdictOn = verdicts(organisation)
    let floor = from
    for (let at = 0; at < count; at += 1) {
      const slot = room[at] ?? 0
      const sum = sums[slot] ?? 0
      if (sum + MOST_AMOUNT < floor) continue
      const units = sum + amountOn(slot)
      if (units >= floor) floor = look(slot, units, verdictOn(slot), floor)
    }
  }
  return (seeker, ground, sums, most, least) => {
    const lookFrom = (floor: number): void => {
      best.clear(most)
      const count = gather(sums, ground.stretches, floor - MOST_AMOUNT, room)
      if (count > 0) lookAtAll(seeker.organisation, sums, count, floor)
    }
    const guess = likelyFloor(sums, ground.stretches, most, least)
    lookFrom(guess)
    if (guess > least && !best.isFull()) lookFrom(least)
    const isUnclear = (slot: number) =>
      verdictAt[slot] === UNCLEAR || ground.isUnclear[places.numbers[slot] ?? 0] === 1
    const placed: Placed[] = []
    for (const worth of best.drain()) {
      const slot = slots[rankIn(worth)] ?? 0
      placed.push({ slot, units: unitsIn(worth), verdict: isUnclear(slot) ? 'unclear' : 'eligible' })
    }
    return placed
  }
}

/** Writes down each slot whose sum is at least so high. @returns how many */
function gather(sums: Int32Array, stretches: Int32Array, least: number, slots: Int32Array): number {
  let count = 0
  // The local ones are worth more, so with them first the floor rises soon.
  for (let at = stretches.length - 2; at >= 0; at -= 2) {
    const end = stretches[at + 1] ?? 0
    for (let slot = stretches[at] ?? 0; slot < end; slot += 1) {
      if ((sums[slot] ?? 0) < least) continue
      slots[count] = slot
      count += 1
    }
  }
  return count
}

function inverse(ranks: Int32Array): Int32Array {
  const slots = new Int32Array(ranks.length)
  for (const [slot, rank] of ranks.entries()) slots[rank] = slot
  return slots
}
