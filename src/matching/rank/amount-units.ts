import { awardOf, type Range } from '../award-range.ts'
import type { Terms } from '../catalogue/rankable.ts'
import { amountFit } from '../parts/amount.ts'
import { unitsOf } from '../profile/units.ts'
import { UNKNOWN_AMOUNT } from '../weights.ts'

const MOST = unitsOf('amount', 1)
const UNKNOWN = unitsOf('amount', UNKNOWN_AMOUNT)

/** What one award gives, where it can be compared with a need; null otherwise. */
export const comparableAward = (terms: Terms): Range | null =>
  terms.currency === 'GBP' ? awardOf(terms) : null

/** What the part `amount` adds to a score, in units: as `scoreAmount` says, without a word. */
export function amountUnits(need: Range | null, award: Range | null): number {
  if (!need || !award) return UNKNOWN
  const fit = amountFit(need, award)
  return fit === 1 ? MOST : unitsOf('amount', fit)
}

/** The most that the amount can add to a score, in units. */
export const mostAmountUnits = (need: Range | null): number => (need ? MOST : UNKNOWN)
