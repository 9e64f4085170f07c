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
  test('is organisations where a long description pays them, and not only calls the funder one', () => {
    const pays = (description: string) => value('', { description: `Scholarships. ${description}` })
    expect(pays('Grants to organisations.')).toBe(1)
    expect(pays('Such charitable purposes as the trustees think fit.')).toBe(1)
    expect(pays('Gifts to other charities.')).toBe(1)
    expect(pays('We are a registered charity for the community.')).toBeCloseTo(2 / 3, 9)
  })
  test.for([
    'Relief for the aged poor of the parish.',
    'A benevolent fund for retired members.',
    'Financial assistance to those who cannot work.',
    'Grants to three families a year.',
    'Gifts of money at Christmas.',
    'For necessitous clergy and their dependants.',
  ])('is single people in “%s”', (summary) => {
    expect(value(summary)).toBeLessThan(1)
  })
  test.for([
    'Work on poor mental health and poor housing.',
    'An exhibition of local art.',
    'Families, children and older people.',
    'Poorer neighbourhoods, and a benevolent spirit.',
  ])('is organisations in “%s”', (summary) => {
    expect(value(summary)).toBe(1)
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
