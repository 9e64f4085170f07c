import { expect, test } from 'vitest'
import type { PartName } from '../../../src/domain/match.ts'
import { Beneficiary, Theme } from '../../../src/domain/theme.ts'
import { offerOf } from '../../../src/matching/catalogue/offer.ts'
import { sharedKeys, unitsOfKind } from '../../../src/matching/explain/shared-keys.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import { FULL, partValue, pullOf, scoreOf, unitsOf } from '../../../src/matching/profile/units.ts'
import { WEIGHTS } from '../../../src/matching/weights.ts'
import { anOpportunity, anOrganisation } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'

const PARTS = Object.keys(WEIGHTS) as PartName[]

test.for(PARTS)('%s is worth its weight at 1, half of it at a half, nothing at 0', (part) => {
  expect(unitsOf(part, 1) / FULL).toBeCloseTo(WEIGHTS[part], 5)
  expect(unitsOf(part, 0.5) / FULL).toBeCloseTo(WEIGHTS[part] / 2, 5)
  expect(unitsOf(part, 0)).toBe(0)
})

test.for(PARTS)('%s is read back from its units as it was', (part) => {
  for (const value of [0, 0.1, 0.25, 0.3333, 0.5, 0.9999, 1]) {
    expect(partValue(part, unitsOf(part, value))).toBeCloseTo(value, 3)
  }
})

test('two profiles that are alike are worth the weight of the part', () => {
  for (const part of PARTS) expect((255 * pullOf(part, 255)) / FULL).toBeCloseTo(WEIGHTS[part], 3)
})

test('every pull fits into 16 bits, and the highest sum far into 32', () => {
  for (const part of PARTS) expect(pullOf(part, 255)).toBeLessThan(2 ** 15)
  expect(2 * FULL).toBeLessThan(2 ** 30)
})

test('a score is between 0 and 1 whatever the sum, to four places', () => {
  expect(scoreOf(-5)).toBe(0)
  expect(scoreOf(2 * FULL)).toBe(1)
  expect(scoreOf(FULL / 3)).toBe(0.3333)
})

test('a disliked call has a value below 0', () => {
  expect(partValue('feedback', -unitsOf('feedback', 0.4))).toBeCloseTo(-0.4, 3)
})

test.for([1, 2, 3, 7, 11, 15, 19])('%d themes or groups that all match are worth just the part', (many) => {
  const themes = Theme.options.slice(0, many)
  const beneficiaries = Beneficiary.options.filter((group) => group !== 'anyone').slice(0, many)
  const applicant = applicantOf(LEARNT, anOrganisation({ themes, beneficiaries }))
  const shared = sharedKeys(applicant, offerOf(LEARNT, anOpportunity({ themes, beneficiaries })).profile)
  for (const part of ['themes', 'beneficiaries'] as const) {
    const units = unitsOfKind(shared, part)
    expect(units / unitsOf(part, 1)).toBeCloseTo(1, 1)
    expect(Math.abs(units - unitsOf(part, 1)) / FULL).toBeLessThan(0.0005)
  }
})
