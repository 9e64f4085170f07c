import { sayMonths } from '../base/date.ts'
import { count, listWords } from '../base/text.ts'
import { areaName } from './area.ts'
import type { Fact } from './fact.ts'
import type { ReapplyGap, Rules } from './rules.ts'
import { withWish } from './say-rules.ts'
import {
  sayBeneficiaries,
  sayCosts,
  sayCouncilRole,
  sayPolicies,
  sayRegisters,
  sayUses,
} from './vocabulary.ts'

/** One thing that funders ask beside who, where and with what income. */
export interface RuleFact {
  readonly name: string
  readonly of: (rules: Rules) => Fact<unknown>
  /** In words, with a capital; null when it is not known, or says nothing. */
  readonly say: (rules: Rules) => string | null
}

function fact<T>(name: string, of: (rules: Rules) => Fact<T>, say: (value: T) => string): RuleFact {
  return {
    name,
    of,
    say(rules) {
      const it = of(rules)
      const words = it.basis === 'unknown' ? '' : say(it.value)
      return words === '' ? null : withWish(words.charAt(0).toUpperCase() + words.slice(1), it)
    },
  }
}

const atLeast = (many: number) => `at least ${many}`
const atLeastMonths = (months: number) => `at least ${sayMonths(months)}`
const sayGap = ({ months, after }: ReapplyGap) =>
  `${sayMonths(months)} after ${after === 'award' ? 'an award' : 'a bid'}`

/** In the order in which they are shown. */
export const RULE_FACTS: readonly RuleFact[] = [
  fact('Registration', (rules) => rules.registers, sayRegisters),
  fact('Councils', (rules) => rules.councils, sayCouncilRole),
  fact(
    'Where the people helped must live',
    (rules) => rules.beneficiaryAreas,
    (areas) => listWords(areas.map(areaName)),
  ),
  fact('Whom it must be for', (rules) => rules.beneficiaries, sayBeneficiaries),
  fact('Time running', (rules) => rules.monthsRunning, atLeastMonths),
  fact('Accounts', (rules) => rules.monthsOfAccounts, atLeastMonths),
  fact(
    'Share of income',
    (rules) => rules.percentOfIncome,
    (percent) => `at most ${percent}% of the applicant’s yearly income`,
  ),
  fact(
    'Pays for',
    (rules) => rules.costs,
    (costs) => sayCosts(costs),
  ),
  fact(
    'Does not pay for',
    (rules) => rules.costsNotPaid,
    (costs) => sayCosts(costs, 'or'),
  ),
  fact('Shortest time paid for', (rules) => rules.durationMin, sayMonths),
  fact('Longest time paid for', (rules) => rules.durationMax, sayMonths),
  fact(
    'Match funding',
    (rules) => rules.matchPercent,
    (percent) => `at least ${percent}% of the cost from elsewhere`,
  ),
  fact('Partners in a bid', (rules) => rules.partners, atLeast),
  fact('Unrelated trustees', (rules) => rules.unrelatedTrustees, atLeast),
  fact('Unrelated signatories of the bank account', (rules) => rules.unrelatedSignatories, atLeast),
  fact(
    'Bank account',
    (rules) => rules.bankAccount,
    (needed) => (needed ? 'in the applicant’s own name' : 'need not be in the applicant’s own name'),
  ),
  fact(
    'Governing document',
    (rules) => rules.dissolutionClause,
    (needed) => `${needed ? 'must' : 'need not'} say who gets what is left if the applicant closes`,
  ),
  fact(
    'Policies',
    (rules) => rules.policies,
    (policies) => (policies.length === 0 ? '' : sayPolicies(policies)),
  ),
  fact(
    'Free reserves',
    (rules) => rules.reservesMax,
    (months) => `at most ${sayMonths(months)} of spending`,
  ),
  fact('Applying again', (rules) => rules.reapplyGap, sayGap),
  fact(
    'Awards at one time',
    (rules) => rules.oneLiveAward,
    (isOne) => (isOne ? 'one' : 'any number'),
  ),
  fact(
    'Ruled out',
    (rules) => rules.notFor,
    (uses) => sayUses(uses, 'and'),
  ),
  fact(
    'Subsidy',
    (rules) => rules.minimalFinancialAssistance,
    (isOne) => (isOne ? 'given as minimal financial assistance' : 'not minimal financial assistance'),
  ),
  fact(
    'Closes early',
    (rules) => rules.closesAfter,
    (many) => `once ${count(many, 'bid has', 'bids have')} come in`,
  ),
]
