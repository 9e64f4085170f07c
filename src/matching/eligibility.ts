import type { Eligibility, RuleOutcome, Verdict } from '../domain/match.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { Organisation } from '../domain/organisation.ts'
import { judgeAmount } from './rules/amount.ts'
import { judgeArea } from './rules/area.ts'
import { judgeDeadline } from './rules/deadline.ts'
import { judgeIncome } from './rules/income.ts'
import { judgeKind } from './rules/kind.ts'
import { judgeLegalForm } from './rules/legal-form.ts'
import { judgeSupplierList } from './rules/supplier-list.ts'

/**
 * Judges whether the funder would take a bid from this organisation at all.
 *
 * `ineligible` when any rule fails; else `unclear` when any rule is, or when it is not known who may
 * apply or where; else `eligible`. Any other silence of the funder is neither a yes nor a no.
 */
export const judgeEligibility = (
  now: Date,
  organisation: Organisation,
  opportunity: Opportunity,
): Eligibility => judgeAllRules(judgeDeadline(now, opportunity), organisation, opportunity)

/** As `judgeEligibility`, for a deadline that is judged already: it is the same for every organisation. */
export function judgeAllRules(
  deadline: RuleOutcome,
  organisation: Organisation,
  opportunity: Opportunity,
): Eligibility {
  const rules = [
    deadline,
    judgeLegalForm(organisation, opportunity),
    judgeArea(organisation, opportunity.rules),
    judgeIncome(organisation, opportunity),
    judgeAmount(organisation, opportunity),
    judgeSupplierList(opportunity.rules),
    judgeKind(organisation, opportunity),
  ].filter((rule) => rule !== null)
  return {
    verdict: verdictOf(rules),
    rules: rules.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome)),
  }
}

const ORDER: readonly RuleOutcome['outcome'][] = ['fail', 'unclear', 'not_stated', 'pass']

function verdictOf(rules: readonly RuleOutcome[]): Verdict {
  if (rules.some(({ outcome }) => outcome === 'fail')) return 'ineligible'
  return rules.some(isOpenQuestion) ? 'unclear' : 'eligible'
}

/** Not to know who may apply, or where, is too little for a yes. */
const isOpenQuestion = ({ rule, outcome }: RuleOutcome): boolean =>
  outcome === 'unclear' || (outcome === 'not_stated' && (rule === 'legal_form' || rule === 'area'))
