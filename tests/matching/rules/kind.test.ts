import { expect, test } from 'vitest'
import { judge, outcome } from '../judged.ts'

test('a contract is called one, with the signs that it is for the sector', () => {
  expect(outcome('kind', judge({}, { kind: 'contract', vcseSignals: ['light_touch'] }))).toMatchObject({
    outcome: 'pass',
    sentence: expect.stringContaining('social, health'),
  })
  expect(judge({}, { kind: 'contract' }).verdict).toBe('eligible')
  expect(outcome('kind', judge({}))).toBeUndefined()
})
