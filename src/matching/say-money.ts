import { sayMoney } from '../base/money.ts'

/** Sums come again and again in a catalogue, and putting one in words is slow: the usual ones are kept. */
const SAID = new Map<string, string>()
const MOST_KEPT = 20_000

/** As `sayMoney`, fast for a sum that was said before. */
export function say(pence: number, currency = 'GBP'): string {
  const key = `${currency}${pence}`
  const known = SAID.get(key)
  if (known !== undefined) return known
  const said = sayMoney(pence, currency)
  if (SAID.size < MOST_KEPT) SAID.set(key, said)
  return said
}
