import { describe, expect, test } from 'vitest'
import type { AreaCode } from '../../../src/domain/area.ts'
import { inferred, stated } from '../../../src/domain/fact.ts'
import type { Rules } from '../../../src/domain/rules.ts'
import { BRISTOL, ENGLAND, SOUTH_GLOUCESTERSHIRE, SOUTH_WEST, WALES } from '../../support/builders.ts'
import { judgeRules, outcome } from '../judged.ts'

describe('the area', () => {
  const area = (own: AreaCode[], areas: Rules['areas']) =>
    outcome('area', judgeRules({ areas: own }, { areas }))

  test('passes inside the area of the call', () => {
    expect(area([SOUTH_GLOUCESTERSHIRE], stated([ENGLAND, SOUTH_WEST]))).toMatchObject({
      outcome: 'pass',
      sentence: 'You work in South Gloucestershire, and this is for England and the South West.',
    })
  })
  test('passes around it, and says that it is a part', () => {
    expect(area([SOUTH_WEST], stated([BRISTOL, WALES]))).toMatchObject({
      outcome: 'pass',
      sentence: 'You work across the South West, and this is for Bristol, which is part of it.',
    })
  })
  test('fails outside, naming both', () => {
    expect(area([SOUTH_GLOUCESTERSHIRE], stated([WALES, BRISTOL]))).toMatchObject({
      outcome: 'fail',
      sentence: 'This is only for Wales and Bristol, and you work in South Gloucestershire.',
    })
  })
  test('is unclear when we do not know where the organisation works', () => {
    expect(area([], stated([BRISTOL]))).toMatchObject({ outcome: 'unclear', question: 'Where do you work?' })
  })
  test('that was inferred is unclear inside and a no outside, with the quote', () => {
    const somewhere = inferred([ENGLAND], 'Code: UKK12')
    expect(area([BRISTOL], somewhere)).toMatchObject({
      outcome: 'unclear',
      question: 'Do you work there?',
      quote: 'Code: UKK12',
    })
    expect(area([WALES], somewhere)).toMatchObject({ outcome: 'fail', quote: 'Code: UKK12' })
  })
  test('that shuts out opens with a partner from there', () => {
    expect(area([SOUTH_GLOUCESTERSHIRE], stated([BRISTOL]))?.opens).toBe(
      'Opens with a partner that works in Bristol.',
    )
  })
})
