import { describe, expect, test } from 'vitest'
import { inferred, stated } from '../../../src/domain/fact.ts'
import type { RuleOutcome } from '../../../src/domain/match.ts'
import type { CostType } from '../../../src/domain/vocabulary.ts'
import { judgeRules, outcome } from '../judged.ts'

describe('what is paid for', () => {
  const costs = (needs: CostType[], paid: CostType[], notPaid: CostType[] = []) =>
    outcome('costs', judgeRules({ costs: needs }, { costs: stated(paid), costsNotPaid: stated(notPaid) }))

  test.for<[CostType[], CostType[], CostType[], RuleOutcome['outcome']]>([
    [['core'], ['revenue'], [], 'pass'],
    [['capital'], ['revenue'], [], 'fail'],
    [['revenue'], ['salaries'], [], 'pass'],
    [['salaries'], ['project'], [], 'unclear'],
    [['capital'], ['project'], [], 'unclear'],
    [['capital'], ['project'], ['capital'], 'fail'],
    [['salaries'], ['revenue'], ['salaries'], 'fail'],
    [['core', 'salaries'], ['revenue'], ['salaries'], 'pass'],
    [['capital'], ['capital'], ['capital'], 'unclear'],
    [['core'], ['core'], ['revenue'], 'unclear'],
  ])('for %j, where %j is paid and %j is not: %s', ([needs, paid, notPaid, expected]) => {
    expect(costs(needs, paid, notPaid)?.outcome).toBe(expected)
  })

  test('contradicting itself is said, and asked about, whatever the need', () => {
    expect(costs([], ['capital'], ['capital'])).toMatchObject({
      sentence: 'It pays for buildings and equipment and not for buildings and equipment: that cannot be.',
      question: 'What does the funder pay for?',
    })
  })

  test('in a list that was read from words can be incomplete', () => {
    const judged = judgeRules({ costs: ['core'] }, { costs: inferred(['capital'], 'equipment grants') })
    expect(outcome('costs', judged)).toMatchObject({ outcome: 'unclear', quote: 'equipment grants' })
  })
})
