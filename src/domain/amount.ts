import { sayMoney } from '../base/money.ts'
import type { OpportunityContent } from './opportunity.ts'

type Money = Pick<OpportunityContent, 'awardMin' | 'awardMax' | 'fundTotal' | 'currency' | 'kind'>

/** What one applicant can get, or what a contract is worth, in words. */
export function sayAmount(money: Money): string {
  const { awardMin, awardMax, currency } = money
  const say = (pence: number) => sayMoney(pence, currency)
  if (awardMin !== null && awardMin > 0 && awardMax !== null) {
    return awardMin === awardMax ? say(awardMax) : `${say(awardMin)} to ${say(awardMax)}`
  }
  if (awardMax !== null) return `Up to ${say(awardMax)}`
  if (awardMin !== null && awardMin > 0) return `From ${say(awardMin)}`
  return sayFundTotal(money)
}

/** The whole pot of a fund, or the total value of a contract, in words. */
export function sayFundTotal({ fundTotal, currency, kind }: Money): string {
  if (fundTotal === null) return 'Amount not stated'
  return `${sayMoney(fundTotal, currency)} ${kind === 'contract' ? 'for the whole contract' : 'in all'}`
}
