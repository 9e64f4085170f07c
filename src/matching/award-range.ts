import { sayMoney } from '../base/money.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { Organisation } from '../domain/organisation.ts'

/** Inclusive, in minor units; null for an end that is not known. */
export interface Range {
  readonly least: number | null
  readonly most: number | null
}

/** What one award gives; null when the funder does not say, or for a contract, which gives none. */
export function awardOf({
  kind,
  awardMin,
  awardMax,
}: Pick<Opportunity, 'kind' | 'awardMin' | 'awardMax'>): Range | null {
  const least = awardMin === 0 ? null : awardMin
  return kind === 'contract' || (least === null && awardMax === null) ? null : { least, most: awardMax }
}

/** What the organisation looks for in one bid; null when it does not say. */
export function needOf({ needMin, needMax }: Pick<Organisation, 'needMin' | 'needMax'>): Range | null {
  const least = needMin === 0 ? null : needMin
  return least === null && needMax === null ? null : { least, most: needMax }
}

/** @example sayRange({ least: null, most: 500_000 }, 'GBP') // 'up to £5,000' */
export function sayRange({ least, most }: Range, currency: string): string {
  if (least === null) return `up to ${sayMoney(most ?? 0, currency)}`
  if (most === null) return `at least ${sayMoney(least, currency)}`
  return least === most
    ? sayMoney(most, currency)
    : `${sayMoney(least, currency)} to ${sayMoney(most, currency)}`
}
