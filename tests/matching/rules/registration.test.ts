import { expect, test } from 'vitest'
import { stated } from '../../../src/domain/fact.ts'
import { judgeRules, outcome } from '../judged.ts'

test.for<[string, string]>([
  ['GB-CHC-1000001', 'pass'],
  ['GB-SC-SC012345', 'pass'],
  ['GB-NIC-100001', 'pass'],
  ['GB-COH-01234567', 'unclear'],
])('of %s where a charity number is asked for: %s', ([orgId, expected]) => {
  const judged = judgeRules({ orgIds: [orgId] }, { registers: stated(['charity']) })
  expect(outcome('registration', judged)?.outcome).toBe(expected)
})

test('asks about excepted, exempt and small charities, which need no number', () => {
  const judged = judgeRules({ orgIds: [] }, { registers: stated(['charity']) })
  expect(judged.verdict).toBe('unclear')
  expect(outcome('registration', judged)?.question).toContain(
    'excepted, exempt or small unregistered charity',
  )
})
