import { dayOf, type IsoDate } from '../base/date.ts'
import type { Eligibility, RuleOutcome, Verdict } from '../domain/match.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { Found } from './rules/applied-rule.ts'
import { judgeDeadline } from './rules/deadline.ts'
import { type OpportunityRules, rulesOf } from './rules/rules-of.ts'

/** What is judged of an opportunity before anybody asks: its rules once, its deadline once a moment. */
export interface Offer {
  readonly rules: OpportunityRules
  readonly deadline: Pick<RuleOutcome, 'outcome'>
}

/**
 * Judges whether the funder would take a bid from this organisation at all.
 *
 * `ineligible` when any rule fails; else `unclear` when any rule is, or when it is not known who may
 * apply or where; else `eligible`. Any other silence of the funder is neither a yes nor a no, and so
 * is a wish of the funder that is not met.
 */
export const judgeEligibility = (
  now: Date,
  organisation: Organisation,
  opportunity: Opportunity,
): Eligibility =>
  judgeOffer(
    dayOf(now),
    { rules: rulesOf(opportunity), deadline: judgeDeadline(now, opportunity) },
    organisation,
  )

/** As `judgeEligibility`, of what is judged already. Its outcomes are put into words when they are first read. */
export function judgeOffer(
  today: IsoDate,
  offer: Offer & { readonly deadline: RuleOutcome },
  organisation: Organisation,
): Eligibility {
  let rules: readonly RuleOutcome[] | undefined
  return {
    verdict: mayApply(today, offer, organisation),
    get rules() {
      rules ??= sayRules(today, offer, organisation)
      return rules
    },
  }
}

const sayRules = (
  today: IsoDate,
  { rules: { required, wishes }, deadline }: Offer & { readonly deadline: RuleOutcome },
  organisation: Organisation,
): readonly RuleOutcome[] =>
  [deadline, ...[...required, ...wishes].map((rule) => rule.say(organisation, today))].sort(
    (a, b) => rankOf(a) - rankOf(b),
  )

/** The verdict alone, without a word: millions of pairs are asked for no more. */
export function mayApply(today: IsoDate, { rules, deadline }: Offer, organisation: Organisation): Verdict {
  if (deadline.outcome === 'fail') return 'ineligible'
  let verdict: Verdict = 'eligible'
  for (const rule of rules.required) {
    const found: Found = rule.find(organisation, today)
    if (found.outcome === 'fail') return 'ineligible'
    if (found.isOpen) verdict = 'unclear'
  }
  return verdict
}

const ORDER: readonly RuleOutcome['outcome'][] = ['fail', 'unclear', 'not_stated', 'pass']

/** Failures first, then what is unclear, then wishes that are not met, then silence, then what is met. */
function rankOf({ outcome, strength }: RuleOutcome): number {
  const rank = 2 * ORDER.indexOf(outcome)
  return strength === 'preferred' && outcome !== 'pass' ? 3 : rank
}
