import fc from 'fast-check'
import { type IsoDate, isoDate, LONDON } from '../../src/base/date.ts'
import { ApplicantType } from '../../src/domain/applicant-type.ts'
import { closing, type Deadline } from '../../src/domain/deadline.ts'
import { type Fact, inferred, preferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import type { ProfileField } from '../../src/domain/match.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import { NO_RULES, type Rules } from '../../src/domain/rules.ts'
import { NOTHING_TOLD, type PastBid } from '../../src/domain/standing.ts'
import { Beneficiary } from '../../src/domain/theme.ts'
import { CostType, CouncilRole, Policy, Register, Use } from '../../src/domain/vocabulary.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  ENGLAND,
  FILTON,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
  UNPLACED_FILTON,
  WALES,
} from '../support/builders.ts'
import { open } from './judged.ts'

const some = <T>(...values: readonly T[]) => fc.subarray([...values])
const few = <T extends string>(words: { readonly options: readonly T[] }) =>
  some(...words.options.slice(0, 4))
const areas = some(FILTON, UNPLACED_FILTON, SOUTH_GLOUCESTERSHIRE, BRISTOL, SOUTH_WEST, ENGLAND, WALES)
const small = fc.integer({ min: 0, max: 4 })
const pence = fc.integer({ min: 0, max: 300 })
const day = fc
  .constantFrom('2020-02-29', '2025-05-31', '2025-06-01', '2026-05-31', '2026-06-01', '2026-06-30')
  .map(isoDate)

const fact = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(UNKNOWN) },
    { weight: 4, arbitrary: value.map(stated) },
    { weight: 1, arbitrary: value.map((v) => inferred(v, 'their words')) },
    { weight: 1, arbitrary: value.map((v) => preferred(stated(v))) },
  )

/** Whatever a funder can say, contradictions and empty lists among it. */
export const anyRules: fc.Arbitrary<Rules> = fc.record({
  applicantTypes: fact(some(...ApplicantType.options)),
  areas: fact(areas),
  incomeMin: fact(pence),
  incomeMax: fact(pence),
  supplierList: fact(fc.constant('a list')),
  registers: fact(few(Register)),
  monthsRunning: fact(fc.constantFrom(0, 12, 13)),
  monthsOfAccounts: fact(fc.constantFrom(0, 12, 24)),
  percentOfIncome: fact(fc.constantFrom(0, 25, 100)),
  costs: fact(few(CostType)),
  costsNotPaid: fact(few(CostType)),
  durationMin: fact(small),
  durationMax: fact(small),
  matchPercent: fact(small),
  unrelatedTrustees: fact(small),
  unrelatedSignatories: fact(small),
  policies: fact(few(Policy)),
  reapplyGap: fact(
    fc.record({ months: fc.constantFrom(0, 12), after: fc.constantFrom('application', 'award') }),
  ),
  oneLiveAward: fact(fc.boolean()),
  councils: fact(fc.constantFrom(...CouncilRole.options)),
  partners: fact(small),
  beneficiaryAreas: fact(areas),
  beneficiaries: fact(few(Beneficiary)),
  notFor: fact(few(Use)),
  reservesMax: fact(small),
  bankAccount: fact(fc.boolean()),
  dissolutionClause: fact(fc.boolean()),
  minimalFinancialAssistance: fact(fc.boolean()),
  closesAfter: fact(small),
})

const anyDeadline: fc.Arbitrary<Deadline> = fc.oneof(
  day.map((last) => closing(last)),
  fc.constantFrom('rolling' as const, 'unknown' as const).map((kind) => ({
    kind,
    zone: LONDON,
    rounds: [],
    note: null,
  })),
)

/** A funder seldom says more than a few things: were they all said, every pair would be a no. */
const someRules: fc.Arbitrary<Rules> = fc
  .tuple(anyRules, fc.subarray(Object.keys(NO_RULES), { maxLength: 4 }))
  .map(([all, keys]) => ({
    ...NO_RULES,
    ...open,
    ...Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key))),
  }))

export const anyOpportunity: fc.Arbitrary<Opportunity> = fc
  .record({
    kind: fc.constantFrom('grant', 'contract'),
    currency: fc.constantFrom('GBP', 'GBP', 'EUR'),
    awardMin: fc.option(pence),
    awardMax: fc.option(pence),
    vcseSignals: fc.constantFrom([], ['suitable' as const]),
    deadline: anyDeadline,
    rules: someRules,
  })
  .map(anOpportunity)

const pastBid: fc.Arbitrary<PastBid> = fc.record({
  funder: fc.constantFrom('The Example Fund', 'Example fund', 'Another Fund'),
  funderId: fc.constant(null),
  appliedOn: fc.option(day),
  outcome: fc.option(fc.constantFrom('awarded', 'not_awarded', 'waiting')),
  endsOn: fc.option(day),
})

/** Forms that a charity can have, or that are not told. */
const MAY_BE_CHARITY: readonly Organisation['legalForm'][] = [
  null,
  'registered_charity',
  'cio',
  'company_guarantee',
  'community_benefit_society',
  'unincorporated',
  'school',
  'university',
]

/**
 * An organisation with any of its profile told. It is never an individual, since who says nothing is an
 * organisation, and a charity number is had by nobody whose form says otherwise.
 */
export const anyOrganisation: fc.Arbitrary<Organisation> = fc
  .record({
    legalForm: fc.option(fc.constantFrom(...ApplicantType.options.filter((form) => form !== 'individual'))),
    orgIds: some('GB-CHC-1', 'GB-COH-2'),
    areas,
    income: fc.option(pence),
    foundedOn: fc.option(day),
    beneficiaries: few(Beneficiary),
    needMin: fc.option(pence),
    needMax: fc.option(pence),
    beneficiaryAreas: areas,
    accountsFrom: fc.option(day),
    costs: few(CostType),
    durationMin: fc.option(small),
    durationMax: fc.option(small),
    matchPercent: fc.option(small),
    unrelatedTrustees: fc.option(small),
    unrelatedSignatories: fc.option(small),
    policies: fc.option(few(Policy)),
    history: fc.option(fc.array(pastBid, { maxLength: 2 })),
    partners: fc.option(small),
    uses: fc.option(few(Use)),
    reservesMonths: fc.option(small),
    hasBankAccount: fc.option(fc.boolean()),
    hasDissolutionClause: fc.option(fc.boolean()),
    subsidyReceived: fc.option(fc.constantFrom(0, 31_499_999, 31_500_000)),
  })
  .map(({ orgIds, ...told }) =>
    anOrganisation({
      ...told,
      ...inOrder(told.durationMin, told.durationMax),
      orgIds: orgIds.filter((id) => id !== 'GB-CHC-1' || MAY_BE_CHARITY.includes(told.legalForm)),
    }),
  )

/** A list with a shortest time above the longest is refused. */
const inOrder = (least: number | null, most: number | null) =>
  least !== null && most !== null && least > most
    ? { durationMin: most, durationMax: least }
    : { durationMin: least, durationMax: most }

/** What each field that rules read is while it is not told. */
export const NOT_TOLD: Partial<Pick<Organisation, ProfileField>> = {
  ...NOTHING_TOLD,
  legalForm: null,
  orgIds: [],
  areas: [],
  income: null,
  foundedOn: null,
  beneficiaries: [],
  needMin: null,
  needMax: null,
}

export const anyField = fc.constantFrom(...(Object.keys(NOT_TOLD) as (keyof typeof NOT_TOLD)[]))

/** The organisation before it told that field. */
export const without = (organisation: Organisation, field: keyof typeof NOT_TOLD): Organisation => ({
  ...organisation,
  [field]: NOT_TOLD[field],
})

export const TODAY: IsoDate = isoDate('2026-06-01')
