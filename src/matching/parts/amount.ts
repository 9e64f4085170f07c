import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { awardOf, needOf, type Range, sayRange } from '../award-range.ts'
import { UNKNOWN_AMOUNT } from '../weights.ts'
import { type Part, silent } from './part.ts'

type Giving = Pick<Opportunity, 'kind' | 'awardMin' | 'awardMax' | 'currency'>

/** How well the size of an award suits the need; in the middle when either is not known. */
export function scoreAmount(
  organisation: Pick<Organisation, 'needMin' | 'needMax'>,
  opportunity: Giving,
): Part {
  const award = awardOf(opportunity)
  const need = needOf(organisation)
  if (!award || !need || opportunity.currency !== 'GBP') return silent(UNKNOWN_AMOUNT)
  const value = amountFit(need, award)
  if (value === 0) return silent(0)
  return { value, say: () => `It gives ${sayRange(award, 'GBP')}; you look for ${sayRange(need, 'GBP')}.` }
}

/**
 * How near two ranges are.
 *
 * @returns 1 when they meet, falling to 0 where the award is half the least need, or double the most
 * @example amountFit({ least: 1_000, most: null }, { least: null, most: 750 }) // 0.5
 */
export function amountFit(need: Range, award: Range): number {
  const most = award.most ?? Number.POSITIVE_INFINITY
  const least = award.least ?? 0
  if (need.least !== null && most < need.least) return Math.max(0, (most / need.least) * 2 - 1)
  if (need.most !== null && least > need.most) return need.most === 0 ? 0 : Math.max(0, 2 - least / need.most)
  return 1
}
