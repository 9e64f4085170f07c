import { type Fact, factValue, type Strength, strengthOf, UNKNOWN } from '../../domain/fact.ts'
import type { RuleKey, Rules } from '../../domain/rules.ts'
import { amount } from './amount.ts'
import { type AppliedRule, applyRule } from './applied-rule.ts'
import { area } from './area.ts'
import { bankAccount } from './bank-account.ts'
import { beneficiaries } from './beneficiaries.ts'
import { beneficiaryArea } from './beneficiary-area.ts'
import { closesEarly } from './closes-early.ts'
import { costs } from './costs.ts'
import { councils } from './councils.ts'
import { duration } from './duration.ts'
import { exclusions } from './exclusions.ts'
import { signatories, trustees } from './governance.ts'
import { governingDocument } from './governing-document.ts'
import { income } from './income.ts'
import { kind } from './kind.ts'
import { legalForm } from './legal-form.ts'
import { liveAward } from './live-award.ts'
import { matchFunding } from './match-funding.ts'
import { partners } from './partners.ts'
import { policies } from './policies.ts'
import { reapply } from './reapply.ts'
import { registration } from './registration.ts'
import { reserves } from './reserves.ts'
import type { Rule, Ruled } from './rule.ts'
import { shareOfIncome } from './share-of-income.ts'
import { subsidy } from './subsidy.ts'
import { supplierList } from './supplier-list.ts'
import { accounts, running } from './track-record.ts'

/** The rules that an opportunity sets, but for its deadline: who it is that asks does not matter. */
export interface OpportunityRules {
  readonly required: readonly AppliedRule[]
  /** Wishes of the funder: they bear on no verdict. */
  readonly wishes: readonly AppliedRule[]
}

type Applies = (opportunity: Ruled, strength: Strength) => AppliedRule | null

interface Entry {
  readonly facts: readonly RuleKey[]
  readonly apply: Applies
}

const entry = <Terms>(rule: Rule<Terms>): Entry => ({
  facts: rule.facts,
  apply: (opportunity, strength) => applyRule(rule, opportunity, strength),
})

/** In the order in which rules of one outcome are shown. */
const RULES: readonly Entry[] = [
  entry(legalForm),
  entry(registration),
  entry(councils),
  entry(area),
  entry(beneficiaryArea),
  entry(beneficiaries),
  entry(income),
  entry(running),
  entry(accounts),
  entry(amount),
  entry(shareOfIncome),
  entry(costs),
  entry(duration),
  entry(matchFunding),
  entry(partners),
  entry(trustees),
  entry(signatories),
  entry(bankAccount),
  entry(governingDocument),
  entry(policies),
  entry(reserves),
  entry(reapply),
  entry(liveAward),
  entry(exclusions),
  entry(subsidy),
  entry(supplierList),
  entry(closesEarly),
  entry(kind),
]

/** Reads an opportunity once: only the rules that have something to say of it. */
export function rulesOf(opportunity: Ruled): OpportunityRules {
  const wished = keysWith(opportunity.rules, 'preferred')
  if (wished.length === 0) {
    return { required: applied(RULES, opportunity, 'required'), wishes: [] }
  }
  const required = keysWith(opportunity.rules, 'required')
  // Who says whom they would rather have takes others too: it is no silence.
  const isOnlyWish = ({ facts }: Entry) =>
    facts.some((key) => wished.includes(key)) && !facts.some((key) => required.includes(key))
  // To wish for one of nothing is to wish for nothing.
  const wishes = wished.filter((key) => !isEmpty(opportunity.rules[key]))
  const isWished = ({ facts }: Entry) => facts.some((key) => wishes.includes(key))
  return {
    required: applied(
      RULES.filter((rule) => !isOnlyWish(rule)),
      without(opportunity, wished),
      'required',
    ),
    wishes: applied(
      RULES.filter(isWished),
      without(
        opportunity,
        keysOf(opportunity.rules).filter((key) => !wishes.includes(key)),
      ),
      'preferred',
    ),
  }
}

const applied = (rules: readonly Entry[], opportunity: Ruled, strength: Strength): readonly AppliedRule[] =>
  rules.map((rule) => rule.apply(opportunity, strength)).filter((rule) => rule !== null)

/** An object has no other keys than those of its schema. */
const keysOf = (rules: Rules): readonly RuleKey[] => Object.keys(rules) as RuleKey[]

const keysWith = (rules: Rules, strength: Strength): readonly RuleKey[] =>
  keysOf(rules).filter((key) => strengthOf(rules[key]) === strength)

function isEmpty(fact: Fact<unknown>): boolean {
  const value = factValue(fact)
  return Array.isArray(value) && value.length === 0
}

/** The opportunity as if it said nothing of these. */
const without = (opportunity: Ruled, keys: readonly RuleKey[]): Ruled => ({
  ...opportunity,
  rules: { ...opportunity.rules, ...Object.fromEntries(keys.map((key) => [key, UNKNOWN])) },
})
