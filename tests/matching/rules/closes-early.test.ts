import { expect, test } from 'vitest'
import { stated } from '../../../src/domain/fact.ts'
import { judgeRules, outcome } from '../judged.ts'

test('a call that closes early is a warning, never a no', () => {
  const judged = judgeRules({}, { closesAfter: stated(200) })
  expect(judged.verdict).toBe('eligible')
  expect(outcome('closes_early', judged)).toMatchObject({
    outcome: 'pass',
    sentence: 'This closes early once 200 bids have come in: apply soon.',
  })
})
