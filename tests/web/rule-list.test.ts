import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Eligibility, RuleOutcome } from '../../src/domain/match.ts'
import { RULE_NAMES, ruleList, sayRulesAtAGlance } from '../../src/web/rule-list.ts'
import { aRuleOutcome } from '../support/builders.ts'

const rule = (outcome: RuleOutcome['outcome']): RuleOutcome => aRuleOutcome({ outcome })

test.for<[Eligibility['verdict'], readonly RuleOutcome['outcome'][], string]>([
  ['ineligible', ['fail', 'unclear'], '1 rule not met'],
  ['unclear', ['unclear', 'unclear', 'pass'], '2 points to settle'],
  ['eligible', ['pass', 'not_stated'], 'No rule stands against it'],
  ['unclear', ['not_stated'], 'The rules found do not say'],
])('a verdict of %s over %j is said in one line', ([verdict, outcomes, words]) => {
  expect(sayRulesAtAGlance({ verdict, rules: outcomes.map(rule) })).toBe(words)
})

test('a wish that is not met is no rule that is not met', () => {
  const wish = aRuleOutcome({
    outcome: 'fail',
    strength: 'preferred',
    sentence: 'They would rather fund Bristol.',
  })
  const eligibility: Eligibility = { verdict: 'eligible', rules: [wish] }
  expect(sayRulesAtAGlance(eligibility)).toBe('No rule stands against it')
  expect(String(ruleList(eligibility))).toContain('They would rather</strong>')
  expect(String(ruleList(eligibility))).not.toContain('Not met')
})

test('a rule that is not met says what would have to change', () => {
  const rules = [aRuleOutcome({ outcome: 'fail', opens: 'Opens with a partner that works in Bristol.' })]
  expect(String(ruleList({ verdict: 'ineligible', rules }))).toContain(
    '<strong>What would have to change:</strong> Opens with a partner that works in Bristol.',
  )
})

test('the table of rules in the documentation has every rule by the name that readers see', () => {
  const [, table = ''] =
    /\| rule \| fails when[^\n]*\n([\s\S]*?)\n\n/.exec(readFileSync('docs/matching.md', 'utf8')) ?? []
  const documented = table.split('\n').flatMap((row) => (row.split('|')[1] ?? '').trim().split(', '))
  for (const name of Object.values(RULE_NAMES)) expect(documented).toContain(name.toLowerCase())
  expect(documented.length - 1).toBe(Object.values(RULE_NAMES).length)
})
