import { describe, expect, test } from 'vitest'
import { inferred, stated } from '../../../src/domain/fact.ts'
import type { RuleOutcome } from '../../../src/domain/match.ts'
import type { Rules } from '../../../src/domain/rules.ts'
import { rules } from '../../support/builders.ts'
import { judge, judgeRules, open, outcome } from '../judged.ts'

describe('the income', () => {
  const income = (own: number | null, over: Partial<Rules>) =>
    outcome('income', judgeRules({ income: own }, over))

  test.for<[number, RuleOutcome['outcome']]>([
    [999_999, 'fail'],
    [1_000_000, 'pass'],
    [10_000_000, 'pass'],
    [10_000_001, 'fail'],
  ])('of %i pence against £10,000 to £100,000: %s', ([own, expected]) => {
    const rule = income(own, { incomeMin: stated(1_000_000), incomeMax: stated(10_000_000) })
    expect(rule?.outcome).toBe(expected)
    expect(rule?.sentence).toContain('a yearly income of £10,000 to £100,000; yours is £')
  })
  test('that is not known is unclear only when there is a limit', () => {
    expect(income(null, { incomeMax: stated(1) })).toMatchObject({
      outcome: 'unclear',
      question: expect.stringContaining('income'),
    })
    expect(income(null, {})?.outcome).toBe('not_stated')
  })
  test('above a cap that was read from words fails with the quote', () => {
    expect(income(200, { incomeMax: inferred(100, 'under £1') })).toMatchObject({
      outcome: 'fail',
      quote: 'under £1',
    })
  })
  test('is not compared with a limit in another currency', () => {
    const judged = judge(
      { income: 500 },
      { currency: 'EUR', rules: rules({ ...open, incomeMax: stated(100) }) },
    )
    expect(outcome('income', judged)?.outcome).toBe('unclear')
  })
  test('outside says which income would be within', () => {
    const limits = { incomeMin: stated(1_000_000), incomeMax: stated(25_000_000) }
    expect(income(25_000_001, limits)?.opens).toBe('Opens if your income were £250,000 or less.')
    expect(income(999_999, limits)?.opens).toBe('Opens if your income were £10,000 or more.')
  })
  test.for([null, 150])('is unclear where the least is above the most, for an income of %s', (own) => {
    expect(income(own, { incomeMin: stated(200), incomeMax: stated(100) })).toMatchObject({
      outcome: 'unclear',
      sentence: 'Its lowest income of those who apply, £2, is above its highest, £1.',
      question: 'Which of the two incomes does the funder mean?',
    })
  })
})
