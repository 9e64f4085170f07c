import { expect, test } from 'vitest'
import { inferred, stated } from '../../../src/domain/fact.ts'
import type { RuleOutcome } from '../../../src/domain/match.ts'
import type { Beneficiary } from '../../../src/domain/theme.ts'
import { judgeRules, outcome } from '../judged.ts'

test.for<[Beneficiary[], Beneficiary[], RuleOutcome['outcome']]>([
  [['anyone'], ['carers'], 'unclear'],
  [['anyone', 'carers'], ['carers'], 'pass'],
  [['women'], ['anyone'], 'pass'],
  [[], ['anyone'], 'pass'],
])('those who help %j, where it must be for %j: %s', ([beneficiaries, groups, expected]) => {
  const judged = judgeRules({ beneficiaries }, { beneficiaries: stated(groups) })
  expect(outcome('beneficiaries', judged)?.outcome).toBe(expected)
})

test('a list that was read from words can be incomplete', () => {
  const judged = judgeRules(
    { beneficiaries: ['women'] },
    { beneficiaries: inferred(['carers'], 'for carers') },
  )
  expect(outcome('beneficiaries', judged)).toMatchObject({ outcome: 'unclear', quote: 'for carers' })
})
