import { penceOf } from '../base/money.ts'
import type { Tender } from './ocds-schema.ts'

type Value = Tender['value']

/**
 * The currency of the whole notice: its own, else the one that all its lots share.
 *
 * @returns `GBP` when neither says
 */
export function currencyOf({ value, lots }: Tender): string {
  const ofLots = new Set(lots.map((lot) => codeOf(lot.value)).filter((code) => code !== null))
  const [only] = ofLots
  return codeOf(value) ?? (ofLots.size === 1 && only !== undefined ? only : 'GBP')
}

/** Minor units, before tax where both are given; null when not stated, 0, or in another currency. */
export function penceIn(currency: string, value: Value): number | null {
  if ((codeOf(value) ?? currency) !== currency) return null
  const pence = penceOf(value.amount ?? value.amountGross)
  return pence === null || pence === 0 || !Number.isSafeInteger(pence) ? null : pence
}

function codeOf({ currency }: Value): string | null {
  const code = currency?.toUpperCase() ?? ''
  return /^[A-Z]{3}$/.test(code) ? code : null
}
