import { describe, expect, test } from 'vitest'
import { preferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import { OpportunityContent } from '../../src/domain/opportunity.ts'
import { NO_RULES } from '../../src/domain/rules.ts'
import { openSource } from '../../src/sources/index.ts'
import { aSource } from '../support/builders.ts'
import { contentOf, ONE_JUNE } from '../support/sources.ts'

const ROW = { key: 'k', title: 'K', funder: 'F', url: 'https://fund.example/1' }
const read = (cells: Readonly<Record<string, unknown>>) =>
  openSource(aSource()).read({ row: { ...ROW, ...cells }, fault: null, readAt: ONE_JUNE })
const rulesOf = (cells: Readonly<Record<string, unknown>>) => contentOf(read(cells)).rules

test('a list without the columns of rules states none of them', () => {
  expect(rulesOf({})).toEqual(NO_RULES)
})

test.for([
  ['former Avon area', ['E06000022', 'E06000023', 'E06000024', 'E06000025']],
  ['BS postcode area', ['E06000022', 'E06000023', 'E06000024', 'E06000025', 'E06000066']],
  ['Bristol and South Gloucestershire', ['E06000023', 'E06000025']],
  ['UKK12', ['E06000022', 'E06000024', 'E06000025']],
] as const)('a list may name its areas as funders do: %s', ([areas, codes]) => {
  const { areas: read } = rulesOf({ areas })
  expect(read.basis === 'stated' && [...read.value].sort()).toEqual(codes)
})

test('every column of a rule is read', () => {
  const cells = {
    registers: 'charity; company',
    councils: 'Join only',
    beneficiary_areas: 'Bristol',
    beneficiaries_required: 'carers; Veterans and their families',
    months_running: '24',
    months_of_accounts: 12,
    percent_of_income: '33%',
    cost_types: 'project; salaries',
    cost_types_not_paid: ['capital'],
    duration_min: '6',
    duration_max: '24',
    match_percent: '10 %',
    partners_needed: '2',
    trustees: '3',
    signatories: '2',
    bank_account: 'yes',
    dissolution_clause: true,
    policies: 'safeguarding; health and safety',
    reserves_max: '12',
    reapply: '24 months after an award',
    one_live_award: 'no',
    not_for: 'party politics',
    subsidy: 'yes',
    closes_after: '200',
  }
  const rules = rulesOf(cells)
  expect(rules).toMatchObject({
    registers: stated(['charity', 'company']),
    councils: stated('join_only'),
    beneficiaryAreas: stated(['E06000023']),
    beneficiaries: stated(['carers', 'veterans']),
    monthsRunning: stated(24),
    monthsOfAccounts: stated(12),
    percentOfIncome: stated(33),
    costs: stated(['project', 'salaries']),
    costsNotPaid: stated(['capital']),
    durationMin: stated(6),
    durationMax: stated(24),
    matchPercent: stated(10),
    partners: stated(2),
    unrelatedTrustees: stated(3),
    unrelatedSignatories: stated(2),
    bankAccount: stated(true),
    dissolutionClause: stated(true),
    policies: stated(['safeguarding', 'health_and_safety']),
    reservesMax: stated(12),
    reapplyGap: stated({ months: 24, after: 'award' }),
    oneLiveAward: stated(false),
    notFor: stated(['party_politics']),
    minimalFinancialAssistance: stated(true),
    closesAfter: stated(200),
  })
  expect(OpportunityContent.parse(contentOf(read(cells))).rules).toEqual(rules)
})

test('a wait without a word of what it follows is one after an application', () => {
  expect(rulesOf({ reapply: '12' }).reapplyGap).toEqual(stated({ months: 12, after: 'application' }))
})

describe('the column of wishes', () => {
  test('makes wishes of the rules that it names, old ones too', () => {
    const rules = rulesOf({
      income_max: '1000',
      policies: 'equality',
      match_percent: '5',
      preferred: 'income max; Policies; areas',
    })
    expect(rules.incomeMax).toEqual(preferred(stated(100_000)))
    expect(rules.policies).toEqual(preferred(stated(['equality'])))
    expect(rules.matchPercent).toEqual(stated(5))
    expect(rules.areas).toEqual(UNKNOWN)
  })

  test.for(['colour', 'closes_after', 'title'])('refuses “%s”, which is no rule to wish for', (name) => {
    expect(read({ preferred: name })).toMatchObject({
      outcome: 'bad',
      reason: `The column preferred must name columns of rules: ${name}`,
    })
  })
})

test.for<[string, string, string]>([
  ['policies', 'equalty', 'did you mean equality?'],
  ['match_percent', 'half', 'a whole number from 0 to 1000'],
  ['reapply', 'next year', 'is not like “12 after application” or “24 after award”'],
  ['beneficiary_areas', 'Atlantis', 'has an area that we do not know'],
  ['bank_account', 'perhaps', 'is not yes or no'],
])('%s “%s” is put aside with the reason', ([column, cell, reason]) => {
  expect(read({ [column]: cell })).toMatchObject({ outcome: 'bad', reason: expect.stringContaining(reason) })
})

test('a shortest time above the longest is put aside', () => {
  expect(read({ duration_min: '24', duration_max: '12' })).toMatchObject({
    outcome: 'bad',
    reason: 'The column duration_min is more than duration_max',
  })
})
