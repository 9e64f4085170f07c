import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../../src/domain/deadline.ts'
import { type Fact, inferred, stated } from '../../../src/domain/fact.ts'
import type { RuleName } from '../../../src/domain/match.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import type { Rules } from '../../../src/domain/rules.ts'
import { rulesOf } from '../../../src/matching/rules/rules-of.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  ENGLAND,
  rules,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
  WALES,
} from '../../support/builders.ts'
import { anyOpportunity, anyOrganisation, TODAY } from '../any-pair.ts'
import { open } from '../judged.ts'

const ROLLING = { ...NO_DEADLINE_KNOWN, kind: 'rolling' } as const

const ruleOf = (name: RuleName, over: Partial<Rules>, opportunity: Partial<Opportunity> = {}) => {
  const all = rulesOf(
    anOpportunity({ deadline: ROLLING, ...opportunity, rules: rules({ ...open, ...over }) }),
  )
  const found = all.required.find((rule) => rule.name === name)
  if (!found) throw new Error(`It sets no rule ${name}`)
  return found
}

const held = { funder: 'The Example Fund', funderId: null, outcome: 'awarded' } as const

describe('what an organisation could do', () => {
  test.for<[RuleName, Partial<Rules>, Partial<Organisation>, readonly string[]]>([
    [
      'area',
      { areas: stated([BRISTOL, WALES]) },
      {},
      ['Bid with a partner that works in Bristol', 'Bid with a partner that works in Wales'],
    ],
    [
      'legal_form',
      { applicantTypes: stated(['nhs_body', 'individual', 'cic_shares']) },
      {},
      [
        'Bid with an NHS body in the lead',
        'Bid with a community interest company limited by shares in the lead',
      ],
    ],
    ['legal_form', { applicantTypes: stated(['individual']) }, {}, []],
    ['councils', { councils: stated('must_lead') }, {}, ['Bid with a council in the lead']],
    [
      'councils',
      { councils: stated('join_only') },
      { legalForm: 'parish_council' },
      ['Bid with a partner in the lead that is not a council'],
    ],
    ['councils', { councils: stated('none') }, { legalForm: 'parish_council' }, []],
    [
      'beneficiary_area',
      { beneficiaryAreas: stated([BRISTOL]) },
      { beneficiaryAreas: [WALES] },
      ['Help people who live in Bristol'],
    ],
    [
      'beneficiaries',
      { beneficiaries: stated(['carers']) },
      { beneficiaries: ['women'] },
      ['Bid for work with carers'],
    ],
    ['income', { incomeMax: stated(100) }, { income: 101 }, []],
    [
      'share_of_income',
      { percentOfIncome: stated(25) },
      { income: 4_000_000, needMin: 1_000_001 },
      ['Look for £10,000 or less'],
    ],
    ['share_of_income', { percentOfIncome: stated(25) }, { income: 100, needMin: null }, []],
    ['amount', {}, { needMax: 50_000 }, ['Look for £1,000 or more']],
    ['subsidy', { minimalFinancialAssistance: stated(true) }, { subsidyReceived: 31_500_000 }, []],
    [
      'costs',
      { costs: stated(['capital', 'core']) },
      { costs: ['project'] },
      ['Ask for buildings and equipment', 'Ask for core costs'],
    ],
    [
      'costs',
      { costsNotPaid: stated(['revenue']) },
      { costs: ['core'] },
      ['Ask for buildings and equipment'],
    ],
    ['duration', { durationMin: stated(12) }, { durationMax: 6 }, ['Plan for 1 year or more']],
    ['duration', { durationMax: stated(12) }, { durationMin: 18 }, ['Plan for 1 year or less']],
    ['match_funding', { matchPercent: stated(20) }, { matchPercent: 5 }, ['Find 20% of the cost elsewhere']],
    ['partners', { partners: stated(3) }, { partners: 1 }, ['Find 2 more partners to bid with']],
    [
      'trustees',
      { unrelatedTrustees: stated(3) },
      { unrelatedTrustees: 2 },
      ['Find 1 more trustee or committee member who is not related'],
    ],
    [
      'signatories',
      { unrelatedSignatories: stated(2) },
      { unrelatedSignatories: 0 },
      ['Let 2 more people who are not related sign for your bank account'],
    ],
    [
      'bank_account',
      { bankAccount: stated(true) },
      { hasBankAccount: false },
      ['Open a bank account in your own name'],
    ],
    [
      'governing_document',
      { dissolutionClause: stated(true) },
      { hasDissolutionClause: false },
      ['Say in your governing document who gets what is left if you close'],
    ],
    [
      'policies',
      { policies: stated(['safeguarding', 'equality']) },
      { policies: ['equality'] },
      ['Get a policy on safeguarding'],
    ],
    [
      'reserves',
      { reservesMax: stated(12) },
      { reservesMonths: 13 },
      ['Bring your free reserves down to 1 year of your spending'],
    ],
    [
      'exclusions',
      { notFor: stated(['onward_grants', 'party_politics']) },
      { uses: ['onward_grants'] },
      ['Bid without money for grants to others'],
    ],
    [
      'running',
      { monthsRunning: stated(24) },
      { foundedOn: isoDate('2025-09-15') },
      ['Wait until 15 September 2027, when you will have been running for 2 years'],
    ],
    [
      'accounts',
      { monthsOfAccounts: stated(12) },
      { accountsFrom: isoDate('2026-06-03') },
      ['Wait until 3 June 2027, when you will have accounts of 1 year'],
    ],
    [
      'reapply',
      { reapplyGap: stated({ months: 12, after: 'application' }) },
      { history: [{ ...held, appliedOn: isoDate('2026-03-01'), endsOn: null }] },
      ['Wait until 1 March 2027 before you apply again'],
    ],
    [
      'live_award',
      { oneLiveAward: stated(true) },
      { history: [{ ...held, appliedOn: null, endsOn: isoDate('2027-03-31') }] },
      ['Wait until 1 April 2027, when your award will have ended'],
    ],
  ])('for the rule %s is said in one order for each way', ([name, over, organisation, expected]) => {
    const rule = ruleOf(name, over)
    const own = anOrganisation(organisation)
    expect(rule.find(own, TODAY).outcome).toBe('fail')
    const steps = rule.stepsFor(own, TODAY)
    expect(steps.map(({ text }) => text)).toEqual(expected)
    expect(steps.filter((step) => !rule.isMetBy(step, own, TODAY))).toEqual([])
  })

  test('is nothing where two things of a kind are missing: neither is enough', () => {
    const two = ruleOf('policies', { policies: stated(['safeguarding', 'equality']) })
    expect(two.stepsFor(anOrganisation({ policies: [] }), TODAY)).toEqual([])
    const uses = ruleOf('exclusions', { notFor: stated(['onward_grants', 'party_politics']) })
    expect(uses.stepsFor(anOrganisation({ uses: ['onward_grants', 'party_politics'] }), TODAY)).toEqual([])
  })

  test('is nothing where the wait ends after the last day for bids', () => {
    const deadline = closing(TODAY)
    for (const [name, over, organisation] of [
      ['running', { monthsRunning: stated(24) }, { foundedOn: isoDate('2025-09-15') }],
      [
        'reapply',
        { reapplyGap: stated({ months: 12, after: 'application' }) },
        { history: [{ ...held, appliedOn: isoDate('2026-03-01'), endsOn: null }] },
      ],
      [
        'live_award',
        { oneLiveAward: stated(true) },
        { history: [{ ...held, appliedOn: null, endsOn: isoDate('2027-03-31') }] },
      ],
    ] as const) {
      const rule = ruleOf(name, over as Partial<Rules>, { deadline })
      const own = anOrganisation(organisation)
      expect(rule.find(own, TODAY).outcome).toBe('fail')
      expect(rule.stepsFor(own, TODAY)).toEqual([])
      expect(rule.say(own, TODAY).opens).toMatch(/, if it runs again\.$/)
    }
  })

  test('is nothing of one who may apply', () => {
    expect(
      ruleOf('policies', { policies: stated(['equality']) }).stepsFor(
        anOrganisation({ policies: ['equality'] }),
        TODAY,
      ),
    ).toEqual([])
  })
})

describe('a partner', () => {
  const [step] = ruleOf('area', { areas: stated([SOUTH_WEST]) }).stepsFor(
    anOrganisation({ areas: [WALES] }),
    TODAY,
  )
  const isEnoughFor = (areas: Fact<Rules['areas'] extends Fact<infer T> ? T : never>) => {
    if (!step) throw new Error('Nothing to do')
    return ruleOf('area', { areas }).isMetBy(step, anOrganisation({ areas: [WALES] }), TODAY)
  }

  test('somewhere in a region is enough for what is for the region or more, and not for one of its places', () => {
    expect(isEnoughFor(stated([SOUTH_WEST]))).toBe(true)
    expect(isEnoughFor(stated([BRISTOL, ENGLAND]))).toBe(true)
    expect(isEnoughFor(stated([BRISTOL, SOUTH_GLOUCESTERSHIRE]))).toBe(false)
  })

  test('is enough for what is for somewhere in the region, since nothing shuts it out', () => {
    expect(isEnoughFor(inferred([SOUTH_WEST], 'in the South West'))).toBe(true)
  })
})

test('every step is one that lifts the rule, whoever asks for whatever', () => {
  let seen = 0
  fc.assert(
    fc.property(anyOpportunity, anyOrganisation, (opportunity, organisation) => {
      for (const rule of rulesOf(opportunity).required) {
        for (const step of rule.stepsFor(organisation, TODAY)) {
          seen += 1
          expect(rule.isMetBy(step, organisation, TODAY)).toBe(true)
          const after = { ...organisation, ...step.changes }
          expect(rule.find(after, step.on ?? TODAY).outcome).not.toBe('fail')
          expect(step.text).toMatch(/^\p{Lu}.*[^.?]$/u)
        }
      }
    }),
    { numRuns: 2_000, seed: 7 },
  )
  expect(seen).toBeGreaterThan(500)
})
