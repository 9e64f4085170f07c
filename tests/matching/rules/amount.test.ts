import { describe, expect, test } from 'vitest'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import { judge, outcome } from '../judged.ts'

describe('the amount', () => {
  const amount = (need: [number | null, number | null], over: Partial<Opportunity>) =>
    outcome('amount', judge({ needMin: need[0], needMax: need[1] }, over))

  test('is a no only when the smallest award is more than the whole need', () => {
    expect(amount([null, 2_000_000], { awardMin: 25_000_000, awardMax: null })).toMatchObject({
      outcome: 'fail',
      sentence: 'The smallest award is £250,000, more than the £20,000 you look for.',
    })
    expect(amount([null, 24_999_999], { awardMin: 25_000_000, awardMax: null })?.opens).toBe(
      'Opens if you looked for £250,000 or more.',
    )
    expect(amount([null, 25_000_000], { awardMin: 25_000_000, awardMax: null })?.outcome).toBe('pass')
  })
  test('smaller than the need could pay for a part', () => {
    expect(amount([1_000_000, null], { awardMin: null, awardMax: 500_000 })).toMatchObject({
      outcome: 'pass',
      sentence: 'It gives up to £5,000, less than the £10,000 you look for: it could pay for a part.',
    })
  })
  test('is not stated when the funder does not say, and never judged for a contract', () => {
    expect(amount([1, 2], { awardMin: null, awardMax: null })?.outcome).toBe('not_stated')
    expect(amount([1, 2], { kind: 'contract', awardMin: 1_000_000 })).toBeUndefined()
  })
  test('is unclear where the least is above the most', () => {
    expect(amount([null, null], { awardMin: 200, awardMax: 100 })).toMatchObject({
      outcome: 'unclear',
      question: 'How much does the funder give?',
    })
  })
})
