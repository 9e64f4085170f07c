import { expect, test } from 'vitest'
import { stated } from '../../../src/domain/fact.ts'
import { judge, judgeRules, outcome } from '../judged.ts'

test('a list of suppliers is asked about, and not mentioned when there is none', () => {
  const judged = judgeRules({}, { supplierList: stated('Framework RM6100') })
  expect(judged.verdict).toBe('unclear')
  expect(outcome('supplier_list', judged)).toMatchObject({
    question: 'Are you on it?',
    sentence: expect.stringContaining('RM6100'),
  })
  expect(outcome('supplier_list', judge({}))).toBeUndefined()
})
