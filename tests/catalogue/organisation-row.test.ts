import { describe, expect, test } from 'vitest'
import { parseOrganisationRow } from '../../src/catalogue/organisation-row.ts'
import { NOTHING_TOLD } from '../../src/domain/standing.ts'

const parse = (cells: Readonly<Record<string, string>>) =>
  parseOrganisationRow({ reference: 'r', name: 'Riverside Kitchen', ...cells })
const faultsOf = (cells: Readonly<Record<string, string>>) => {
  const result = parse(cells)
  return result.ok ? [] : result.faults
}

test.for([
  ['bs34 8ab', 'BS348AB'],
  ['', null],
] as const)('the postcode “%s” is kept as %s', ([postcode, kept]) => {
  const result = parse({ postcode })
  expect(result.ok && result.organisation).toMatchObject({ postcode: kept, basedIn: null })
})

test('what is no whole postcode is a fault', () => {
  expect(parse({ postcode: 'BS34' })).toMatchObject({
    ok: false,
    faults: ['postcode: "BS34" is not a whole UK postcode like BS34 8AB'],
  })
})

describe('the areas of an organisation', () => {
  test('are read from their codes and names, in whatever way they are written', () => {
    expect(parse({ areas: 'E06000025; City of Bristol; B&NES; N. Somerset Council' })).toMatchObject({
      organisation: { areas: ['E06000025', 'E06000023', 'E06000022', 'E06000024'] },
    })
  })

  test.for<[string, string]>([
    ['South Glocestershire', '. Did you mean South Gloucestershire?'],
    ['Newcastle', '. Did you mean Newcastle upon Tyne or Newcastle-under-Lyme?'],
    ['Narnia', ''],
  ])('are never guessed: %s', ([area, question]) => {
    expect(faultsOf({ areas: `Bristol; ${area}`, beneficiary_areas: area })).toEqual([
      `areas: "${area}" is not an area we know, by GSS code or name${question}`,
      `beneficiary_areas: "${area}" is not an area we know, by GSS code or name${question}`,
    ])
  })
})

describe('what funders ask about an organisation', () => {
  test('is not told by a list that has none of the columns, or empty cells', () => {
    expect(parse({})).toMatchObject({ ok: true, organisation: NOTHING_TOLD })
    expect(parse({ policies: ' ', history: '', trustees: '' })).toMatchObject({ organisation: NOTHING_TOLD })
  })

  test('is read from every column', () => {
    expect(
      parse({
        beneficiary_areas: 'Bristol',
        accounts_from: '1 April 2016',
        cost_types: 'core; Salaries',
        duration_min: '12',
        duration_max: '36',
        match_percent: '10%',
        partners: '2',
        trustees: '6',
        signatories: '2',
        bank_account: 'yes',
        dissolution_clause: 'no',
        policies: 'safeguarding; health and safety',
        reserves_months: '4',
        history:
          'The Example Fund | 2025-03-01 | awarded | 31 March 2026 | GB-CHC-1000002; Another Fund | | not awarded; Third Fund',
        uses: 'onward grants',
        subsidy_received: '£60,000',
      }),
    ).toMatchObject({
      ok: true,
      organisation: {
        beneficiaryAreas: ['E06000023'],
        accountsFrom: '2016-04-01',
        costs: ['core', 'salaries'],
        durationMin: 12,
        durationMax: 36,
        matchPercent: 10,
        partners: 2,
        unrelatedTrustees: 6,
        unrelatedSignatories: 2,
        hasBankAccount: true,
        hasDissolutionClause: false,
        policies: ['safeguarding', 'health_and_safety'],
        reservesMonths: 4,
        history: [
          {
            funder: 'The Example Fund',
            funderId: 'GB-CHC-1000002',
            appliedOn: '2025-03-01',
            outcome: 'awarded',
            endsOn: '2026-03-31',
          },
          { funder: 'Another Fund', funderId: null, appliedOn: null, outcome: 'not_awarded', endsOn: null },
          { funder: 'Third Fund', funderId: null, appliedOn: null, outcome: null, endsOn: null },
        ],
        uses: ['onward_grants'],
        subsidyReceived: 6_000_000,
      },
    })
  })

  test('tells none from not told', () => {
    expect(parse({ policies: 'none', history: 'None', uses: 'none' })).toMatchObject({
      organisation: { policies: [], history: [], uses: [] },
    })
  })

  test.for<[string, string, string]>([
    ['policies', 'juggling', 'policies: "juggling" is not one of safeguarding'],
    ['history', '| 2025-03-01', 'history: "| 2025-03-01" is not like "The Example Fund'],
    ['history', 'A Fund | someday', 'history: "A Fund | someday" is not like'],
    ['history', 'A Fund | | lost', 'history: "A Fund | | lost" is not like'],
    ['trustees', 'many', 'trustees: "many" is not a whole number from 0 to 100'],
    ['accounts_from', 'always', 'accounts_from: "always" is not a date'],
  ])('in %s, “%s” is refused with the reason', ([column, cell, fault]) => {
    expect(faultsOf({ [column]: cell })).toEqual([expect.stringContaining(fault)])
  })

  test('a shortest time above the longest is refused', () => {
    expect(faultsOf({ duration_min: '24', duration_max: '12' })).toEqual([
      'duration_min: is more than duration_max',
    ])
  })
})

test.for<[string, string]>([
  ['12345R', 'GB-MPR-12345R'],
  ['ip 30123 r', 'GB-MPR-IP30123R'],
])('the number %s of a mutual society is %s', ([mutual_number, id]) => {
  expect(parse({ mutual_number })).toMatchObject({ organisation: { orgIds: [id] } })
})

test('what is no number of a mutual society is refused', () => {
  expect(faultsOf({ mutual_number: 'soon' })).toEqual([
    'mutual_number: "soon" is not a number of a UK mutual society',
  ])
})
