import { describe, expect, test } from 'vitest'
import { ApplicantType } from '../../../src/domain/applicant-type.ts'
import type { Fact } from '../../../src/domain/fact.ts'
import { inferred, stated } from '../../../src/domain/fact.ts'
import type { RuleOutcome } from '../../../src/domain/match.ts'
import type { VcseSignal } from '../../../src/domain/opportunity.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import { judgeEligibility } from '../../../src/matching/eligibility.ts'
import { anOpportunity, anOrganisation, rules, SOUTH_GLOUCESTERSHIRE } from '../../support/builders.ts'
import { charitiesOnly, judgeRules, outcome } from '../judged.ts'

describe('the legal form', () => {
  const NONE: readonly string[] = ['GB-COH-01234567']
  test.for<[string, Partial<Organisation>, Fact<readonly ApplicantType[]>, RuleOutcome['outcome']]>([
    ['a form in the list', { legalForm: 'cic_shares', orgIds: NONE }, stated(['cic_shares']), 'pass'],
    [
      'a charitable company, by its charity number',
      { legalForm: 'company_guarantee' },
      charitiesOnly,
      'pass',
    ],
    [
      'a charity in Scotland without a form',
      { legalForm: null, orgIds: ['GB-SC-SC012345'] },
      charitiesOnly,
      'pass',
    ],
    [
      'a CIO where only registered charities are named',
      { legalForm: 'cio', orgIds: [] },
      stated(['registered_charity']),
      'pass',
    ],
    [
      'an unincorporated group without a number',
      { legalForm: 'unincorporated', orgIds: [] },
      charitiesOnly,
      'unclear',
    ],
    [
      'a company by guarantee without a charity number',
      { legalForm: 'company_guarantee', orgIds: NONE },
      charitiesOnly,
      'unclear',
    ],
    [
      'a community benefit society without a number',
      { legalForm: 'community_benefit_society', orgIds: [] },
      charitiesOnly,
      'unclear',
    ],
    [
      'a school, which may be an exempt charity',
      { legalForm: 'school', orgIds: [] },
      charitiesOnly,
      'unclear',
    ],
    ['a CIC, which cannot be a charity', { legalForm: 'cic_guarantee', orgIds: NONE }, charitiesOnly, 'fail'],
    ['a CIC by shares', { legalForm: 'cic_shares', orgIds: NONE }, charitiesOnly, 'fail'],
    [
      'a CIC by guarantee where companies by guarantee are named',
      { legalForm: 'cic_guarantee', orgIds: NONE },
      stated(['company_guarantee']),
      'unclear',
    ],
    ['an unknown form', { legalForm: null, orgIds: [] }, charitiesOnly, 'unclear'],
    [
      'a charity of no particular form where only CIOs are named',
      { legalForm: 'registered_charity' },
      stated(['cio']),
      'unclear',
    ],
    ['a charitable company where only CIOs are', { legalForm: 'company_guarantee' }, stated(['cio']), 'fail'],
    ['a charity where only individuals are', {}, stated(['individual']), 'fail'],
    [
      'an unknown form where only individuals are',
      { legalForm: null, orgIds: [] },
      stated(['individual']),
      'fail',
    ],
    ['a parish council', { legalForm: 'parish_council', orgIds: [] }, charitiesOnly, 'fail'],
  ])('of %s', ([, organisation, applicantTypes, expected]) => {
    const rule = outcome('legal_form', judgeRules(organisation, { applicantTypes }))
    expect(rule?.outcome).toBe(expected)
    expect(rule?.question !== null).toBe(expected === 'unclear')
  })

  test('asks about unregistered charities, rather than turning them away', () => {
    const judged = judgeRules({ legalForm: 'unincorporated', orgIds: [] }, {})
    expect(judged.verdict).toBe('unclear')
    expect(outcome('legal_form', judged)?.question).toBe(
      'Are you an excepted, exempt or small unregistered charity, or do you have a charity number?',
    )
  })

  test('names both sides of a no', () => {
    expect(
      outcome(
        'legal_form',
        judgeRules({ legalForm: 'school', orgIds: [] }, { applicantTypes: stated(['nhs_body']) }),
      ),
    ).toMatchObject({
      sentence: 'This is only for NHS bodies, and you are a school.',
      opens: 'Opens with a lead partner from among NHS bodies.',
    })
  })

  test.for(ApplicantType.options)('speaks of %s with the right article', (legalForm) => {
    const types = ApplicantType.options.filter((type) => type !== legalForm && type !== 'registered_charity')
    const said = outcome(
      'legal_form',
      judgeRules({ legalForm, orgIds: [] }, { applicantTypes: stated(types) }),
    )?.sentence
    expect(said).not.toMatch(/ a ([aeio]|NHS|uninc)| an (?!([aeio]|NHS|uninc))/)
  })

  test('that a list read from words lacks is unclear, with the quote', () => {
    const applicantTypes = inferred<readonly ApplicantType[]>(['registered_charity'], 'open to charities')
    const judged = judgeRules({ legalForm: 'cic_shares', orgIds: [] }, { applicantTypes })
    expect(judged.verdict).toBe('unclear')
    expect(outcome('legal_form', judged)).toMatchObject({ outcome: 'unclear', quote: 'open to charities' })
    expect(outcome('legal_form', judgeRules({}, { applicantTypes }))).toMatchObject({
      outcome: 'pass',
      quote: 'open to charities',
    })
  })
})

describe('a notice that says it suits the voluntary sector', () => {
  const verdict = (legalForm: Organisation['legalForm'], vcseSignals: readonly VcseSignal[]) =>
    judgeEligibility(
      new Date('2026-06-01T12:00:00Z'),
      anOrganisation({ legalForm, orgIds: [] }),
      anOpportunity({
        kind: 'contract',
        vcseSignals,
        rules: rules({ areas: stated([SOUTH_GLOUCESTERSHIRE]) }),
      }),
    ).verdict

  test('has said that a voluntary organisation may apply', () => {
    expect(verdict('cic_shares', ['suitable'])).toBe('eligible')
    expect(verdict('cic_shares', ['light_touch'])).toBe('unclear')
  })

  test('has said nothing of others, or of an organisation whose form is not known', () => {
    expect(verdict('parish_council', ['suitable'])).toBe('unclear')
    expect(verdict(null, ['suitable'])).toBe('unclear')
  })
})
