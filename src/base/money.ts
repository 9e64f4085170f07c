const SYMBOLS: Readonly<Record<string, string>> = { GBP: '£', EUR: '€', USD: '$' }

/**
 * Money as people read it: pence only when there are any, millions in words.
 *
 * @param pence - minor units, an integer
 * @param currency - ISO 4217 code; one without a sign of its own is written before the number
 * @example sayMoney(250_000_000) // '£2.5 million'
 * @example sayMoney(1_000_050) // '£10,000.50'
 */
export function sayMoney(pence: number, currency = 'GBP'): string {
  const sign = SYMBOLS[currency] ?? `${currency} `
  const pounds = pence / 100
  if (pounds >= 1_000_000 && pounds % 10_000 === 0) {
    return `${sign}${ROUND.format(pounds / 1_000_000)} million`
  }
  return sign + (Number.isInteger(pounds) ? ROUND : TO_THE_PENNY).format(pounds)
}

// Made once: making one takes longer than a thousand uses of it.
const ROUND = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const TO_THE_PENNY = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Turns an amount in pounds into pence, to the nearest penny; null stays null. */
export const penceOf = (pounds: number | null): number | null =>
  pounds === null ? null : Math.round(pounds * 100)
