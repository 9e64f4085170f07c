import { expect, test } from 'vitest'
import type { Eligibility, RuleOutcome } from '../../src/domain/match.ts'
import { sayRulesAtAGlance } from '../../src/web/rule-list.ts'

const rule = (outcome: RuleOutcome['outcome']): RuleOutcome => ({
  rule: 'area',
  outcome,
  sentence: 'It is so.',
  question: null,
  quote: null,
})

test.for<[Eligibility['verdict'], readonly RuleOutcome['outcome'][], string]>([
  ['ineligible', ['fail', 'unclear'], '1 rule not met'],
  ['unclear', ['unclear', 'unclear', 'pass'], '2 points to settle'],
  ['eligible', ['pass', 'not_stated'], 'No rule stands against it'],
  ['unclear', ['not_stated'], 'The rules found do not say'],
])('a verdict of %s over %j is said in one line', ([verdict, outcomes, words]) => {
  expect(sayRulesAtAGlance({ verdict, rules: outcomes.map(rule) })).toBe(words)
})
