import { describe, expect, test } from 'vitest'
import type { ApplicantType } from '../../../src/domain/applicant-type.ts'
import { inferred, stated, UNKNOWN } from '../../../src/domain/fact.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import { personalSign, scoreRecipients } from '../../../src/matching/parts/recipients.ts'
import { anOpportunity, rules } from '../../support/builders.ts'

const ALMS = 'Almshouses, and relief in need for poor persons resident in the parish.'

const call = (summary: string, over: Partial<Opportunity> = {}) =>
  anOpportunity({ title: 'The Fund', summary, description: '', rules: rules(), ...over })
const value = (summary: string, over: Partial<Opportunity> = {}) => scoreRecipients(call(summary, over)).value

describe('who is paid', () => {
  test('is organisations where nothing is said', () => {
    expect(value('')).toBe(1)
    expect(value('Music in our town.')).toBe(1)
  })
  test('is nobody but single people in a text full of them', () => {
    expect(value(ALMS)).toBe(0)
  })
  test('is the less sure the more signs speak of single people', () => {
    expect(value('Scholarships.')).toBeCloseTo(2 / 3, 9)
    expect(value('Scholarships and bursaries.')).toBeCloseTo(1 / 3, 9)
    expect(value('Scholarships, bursaries and prizes, a bursary too.')).toBe(0)
  })
  test('is organisations where as many signs speak of them', () => {
    expect(value('Grants to individuals, and to charities.')).toBe(1)
    expect(value('Grants to individuals, students, and to charities.')).toBeCloseTo(2 / 3, 9)
  })
  test('does not take what a long description says of organisations for its purpose', () => {
    expect(value('', { description: 'Scholarships. We are a charity, a charity, a charity.' })).toBeCloseTo(
      2 / 3,
      9,
    )
  })
  test.for<[string, Partial<Opportunity>]>([
    ['a contract', { kind: 'contract' }],
    ['a sign for the sector', { vcseSignals: ['reserved'] }],
    ['a stated list', { rules: rules({ applicantTypes: stated<readonly ApplicantType[]>(['cio']) }) }],
  ])('is settled by %s, whatever the words', ([, over]) => {
    expect(value(ALMS, over)).toBe(1)
  })
  test('is not settled by an empty list, or one that was read from words', () => {
    for (const applicantTypes of [
      stated<readonly ApplicantType[]>([]),
      inferred<readonly ApplicantType[]>(['cio'], 'charities'),
      UNKNOWN,
    ]) {
      expect(value(ALMS, { rules: rules({ applicantTypes }) })).toBe(0)
    }
  })
})

describe('the sign of it', () => {
  test('is the first of the funder’s own words', () => {
    expect(personalSign(call(ALMS))).toBe('Almshouses')
    expect(personalSign(call('', { title: 'Bursaries' }))).toBe('Bursaries')
    expect(personalSign(call('Music in our town.'))).toBeNull()
  })
  test('never spans two fields', () => {
    expect(personalSign(call('to individuals', { title: 'Grants', description: '' }))).toBeNull()
  })
})
