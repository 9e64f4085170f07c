import { describe, expect, test } from 'vitest'
import type { AreaCode } from '../../../src/domain/area.ts'
import { inferred, stated } from '../../../src/domain/fact.ts'
import type { Rules } from '../../../src/domain/rules.ts'
import {
  ASHLEY,
  BRISTOL,
  ENGLAND,
  FILTON,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
  UNPLACED_FILTON,
  WALES,
} from '../../support/builders.ts'
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

test('an address says nothing of where the work is, and is told', () => {
  const judged = outcome('area', judgeRules({ areas: [], basedIn: FILTON }, { areas: stated([BRISTOL]) }))
  expect(judged).toMatchObject({
    outcome: 'unclear',
    sentence:
      'This is for Bristol, and we do not know where you work. Your postcode is in Filton ward (South Gloucestershire), which does not say it.',
    question: 'Where do you work?',
  })
})

describe('a ward', () => {
  const area = (own: AreaCode[], areas: Rules['areas']) =>
    outcome('area', judgeRules({ areas: own }, { areas }))
  const UNPLACED_OTHER = 'E05000001' as AreaCode

  test.for([
    ['itself', [FILTON], [FILTON], 'pass'],
    ['its council', [FILTON], [SOUTH_GLOUCESTERSHIRE], 'pass'],
    ['its region', [FILTON], [SOUTH_WEST], 'pass'],
    ['itself, known by its code alone', [FILTON], [UNPLACED_FILTON], 'pass'],
    ['another ward', [ASHLEY], [FILTON], 'fail'],
    ['another council', [ASHLEY], [SOUTH_GLOUCESTERSHIRE], 'fail'],
    ['a ward of another council', [BRISTOL], [FILTON], 'fail'],
    ['a ward of its council', [SOUTH_GLOUCESTERSHIRE], [FILTON], 'unclear'],
    ['a ward of its region', [SOUTH_WEST], [FILTON], 'unclear'],
    ['a ward of its council, or its region', [SOUTH_GLOUCESTERSHIRE], [FILTON, SOUTH_WEST], 'pass'],
    ['a ward that nobody has placed', [SOUTH_GLOUCESTERSHIRE], [UNPLACED_FILTON], 'unclear'],
    ['a ward of England that nobody has placed', [WALES], [UNPLACED_FILTON], 'fail'],
    ['the country of a ward that nobody has placed', [UNPLACED_FILTON], [ENGLAND], 'pass'],
    ['a council, from a ward that nobody has placed', [UNPLACED_FILTON], [BRISTOL], 'unclear'],
    ['another ward, neither of them placed', [UNPLACED_OTHER], [UNPLACED_FILTON], 'fail'],
  ] as const)('for %s', ([, own, theirs, expected]) => {
    expect(area([...own], stated(theirs))?.outcome).toBe(expected)
  })

  test('of your council is asked about by its name', () => {
    expect(area([SOUTH_GLOUCESTERSHIRE], stated([FILTON, ASHLEY]))).toMatchObject({
      sentence:
        'This is only for Filton ward (South Gloucestershire), and you work in South Gloucestershire, which does not say that you work there.',
      question: 'Do you work in Filton ward (South Gloucestershire)?',
    })
  })

  test('that nobody has placed says what is to be done', () => {
    expect(area([BRISTOL], stated([UNPLACED_FILTON]))).toMatchObject({
      sentence:
        'This is for ward E05011950, and you work in Bristol. We do not know where ward E05011950 is.',
      question:
        'Where is ward E05011950: can whoever runs this service import the wards of the Office for National Statistics?',
    })
  })

  test('of where people live is judged the same way', () => {
    const people = (own: AreaCode[], theirs: AreaCode[]) =>
      outcome('beneficiary_area', judgeRules({ beneficiaryAreas: own }, { beneficiaryAreas: stated(theirs) }))
    expect(people([FILTON], [SOUTH_GLOUCESTERSHIRE])?.outcome).toBe('pass')
    expect(people([ASHLEY], [FILTON])?.outcome).toBe('fail')
    expect(people([SOUTH_GLOUCESTERSHIRE], [FILTON])).toMatchObject({
      outcome: 'unclear',
      question: 'Do you help people who live in Filton ward (South Gloucestershire)?',
    })
    expect(people([BRISTOL], [UNPLACED_FILTON])).toMatchObject({
      outcome: 'unclear',
      question: expect.stringContaining('Where is ward E05011950:'),
    })
  })
})
