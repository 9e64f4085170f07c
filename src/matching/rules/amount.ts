import { sayMoney } from '../../base/money.ts'
import type { RuleOutcome } from '../../domain/match.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { awardOf, needOf, sayRange } from '../award-range.ts'
import { outcomesOf } from './outcome.ts'

type Giving = Pick<Opportunity, 'kind' | 'awardMin' | 'awardMax' | 'currency'>

const { pass, fail, notStated } = outcomesOf('amount')

/**
 * Whether the award is of a size that the organisation can use; null for a contract. Only a smallest
 * award above the whole need is a no: a smaller award can still pay for a part.
 */
export function judgeAmount(
  organisation: Pick<Organisation, 'needMin' | 'needMax'>,
  opportunity: Giving,
): RuleOutcome | null {
  if (opportunity.kind === 'contract') return null
  const { currency } = opportunity
  const award = awardOf(opportunity)
  if (!award) return notStated('We do not know how much it gives.')
  const gives = `It gives ${sayRange(award, currency)}`
  const need = needOf(organisation)
  if (!need) return pass(`${gives}; you have not said how much you look for.`)
  if (currency !== 'GBP') return pass(`${gives}; you look for ${sayRange(need, 'GBP')}.`)
  if (award.least !== null && need.most !== null && award.least > need.most) {
    return fail(
      `The smallest award is ${sayMoney(award.least)}, more than the ${sayMoney(need.most)} you look for.`,
    )
  }
  if (award.most !== null && need.least !== null && award.most < need.least) {
    return pass(`${gives}, less than the ${sayMoney(need.least)} you look for: it could pay for a part.`)
  }
  return pass(`${gives}; you look for ${sayRange(need, 'GBP')}.`)
}
