import type { IsoDate } from '../../base/date.ts'
import { needOf } from '../award-range.ts'
import { internAll } from '../catalogue/interned.ts'
import type { Rankable } from '../catalogue/rankable.ts'
import { amountUnits, comparableAward, mostAmountUnits } from './amount-units.ts'
import { bestOf } from './best.ts'
import type { Ground } from './ground.ts'
import type { SeekerFacts } from './seeker.ts'
import { verdictsOf } from './verdicts.ts'
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
  organisation: SeekerFacts,
  ground: Ground,
  sums: Int32Array,
  most: number,
  least: number,
) => Placed[]

export function pickingOf({ terms, places, ranks }: Rankable, today: IsoDate): Picking {
  const verdicts = verdictsOf(terms.values, today)
  // Few, so that they lie near each other in memory.
  const awards = internAll(terms.values.map(comparableAward))
  const slots = inverse(ranks)
  return (organisation, ground, sums, most, least) => {
    const need = needOf(organisation)
    const verdictOn = verdicts(organisation)
    const best = bestOf(most)
    const look = (slot: number, floor: number) => {
      const number = terms.numbers[slot] ?? 0
      const units = (sums[slot] ?? 0) + amountUnits(need, awards.values[awards.numbers[number] ?? 0] ?? null)
      if (units < floor || verdictOn(number) === 'ineligible') return floor
      best.put(worthOf(units, ranks[slot] ?? 0))
      return Math.max(floor, unitsIn(best.least()))
    }
    let floor = least
    const more = mostAmountUnits(need)
    // The local ones are worth more, so with them first the floor rises soon.
    for (let at = ground.stretches.length - 2; at >= 0; at -= 2) {
      floor = lookThrough(sums, ground.stretches[at] ?? 0, ground.stretches[at + 1] ?? 0, floor, more, look)
    }
    const isUnclear = (slot: number) =>
      ground.isUnclear[places.numbers[slot] ?? 0] === 1 || verdictOn(terms.numbers[slot] ?? 0) === 'unclear'
    const placed: Placed[] = []
    for (const worth of best.list()) {
      const slot = slots[rankIn(worth)] ?? 0
      placed.push({ slot, units: unitsIn(worth), verdict: isUnclear(slot) ? 'unclear' : 'eligible' })
    }
    return placed
  }
}

/** Looks at each slot whose score may reach the floor; a look answers with the new floor. @returns the last */
function lookThrough(
  sums: Int32Array,
  from: number,
  end: number,
  least: number,
  more: number,
  look: (slot: number, floor: number) => number,
): number {
  let floor = least
  let needed = (floor - more) | 0
  for (let slot = from; slot < end; slot += 1) {
    if ((sums[slot] ?? 0) < needed) continue
    floor = look(slot, floor)
    needed = (floor - more) | 0
  }
  return floor
}

function inverse(ranks: Int32Array): Int32Array {
  const slots = new Int32Array(ranks.length)
  for (const [slot, rank] of ranks.entries()) slots[rank] = slot
  return slots
}
