import { kept } from '../../base/kept.ts'
import { awardOf, needOf, type Range } from '../award-range.ts'
import { type Interned, internAll, numbersThrough } from '../catalogue/interned.ts'
import type { Terms } from '../catalogue/rankable.ts'
import { amountFit } from '../parts/amount.ts'
import { unitsOf } from '../profile/units.ts'
import { UNKNOWN_AMOUNT } from '../weights.ts'
import type { SeekerFacts } from './seeker.ts'
import { MOST_KEPT, needName } from './verdicts.ts'

/** The most that the amount can add to a score, in units. */
export const MOST_AMOUNT = unitsOf('amount', 1)
const UNKNOWN = unitsOf('amount', UNKNOWN_AMOUNT)

/** What one award gives, where it can be compared with a need; null otherwise. */
const comparableAward = (terms: Terms): Range | null => (terms.currency === 'GBP' ? awardOf(terms) : null)

/** What the part `amount` adds for what is in a slot, in units: as `scoreAmount` says, without a word. */
export function amountsOf(terms: Interned<Terms>): (organisation: SeekerFacts) => (slot: number) => number {
  // Few, and worked out once for all who look for the same.
  const { values, numbers } = internAll(terms.values.map(comparableAward))
  const awards = numbersThrough(terms.numbers, numbers)
  const known = kept(MOST_KEPT, () => new Int32Array(values.length).fill(NOT_KNOWN))
  return (organisation) => {
    const units = known(needName(organisation))
    const findUnits = (award: number): number => {
      const found = amountUnits(needOf(organisation), values[award] ?? null)
      units[award] = found
      return found
    }
    return (slot) => {
      const award = awards[slot] ?? 0
      const found = units[award] ?? NOT_KNOWN
      return found === NOT_KNOWN ? findUnits(award) : found
    }
  }
}

const NOT_KNOWN = -1

function amountUnits(need: Range | null, award: Range | null): number {
  if (!need || !award) return UNKNOWN
  const fit = amountFit(need, award)
  return fit === 1 ? MOST_AMOUNT : unitsOf('amount', fit)
}
