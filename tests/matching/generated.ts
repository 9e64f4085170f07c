import reference from '../../data/reference/areas.json' with { type: 'json' }
import lexicon from '../../data/reference/concepts.json' with { type: 'json' }
import { isoDate } from '../../src/base/date.ts'
import { ApplicantType } from '../../src/domain/applicant-type.ts'
import { type AreaCode, areaCode, findArea } from '../../src/domain/area.ts'
import type { Award } from '../../src/domain/award.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../src/domain/deadline.ts'
import { type Fact, inferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import type { Rules } from '../../src/domain/rules.ts'
import { Beneficiary, Theme } from '../../src/domain/theme.ts'
import { CostType, CouncilRole, Policy, Register, Use } from '../../src/domain/vocabulary.ts'
import {
  anAward,
  anOpportunity,
  anOrganisation,
  opportunityId,
  organisationId,
  rules,
} from '../support/builders.ts'

/** Numbers from 0 to under 1, the same for the same seed (mulberry32). */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new RangeError('Nothing to pick from')
  return found
}

const some = <T>(random: Random, most: number, list: readonly T[]): T[] =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(random, list))

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

const PHRASES = lexicon.concepts.flatMap(({ phrases }) => phrases)
const NOISE =
  'the and for with our we of grant fund Community zyxomma quorp befreinding Bristol South Gloucestershire 2026 & <b> 🎉 café students poor individuals charities projects people’s'.split(
    ' ',
  )
const JOINTS = [' ', ' ', ' ', ', ', '. ', '\n', '-']

/** Phrases of the lexicon with noise between them. */
export const someText = (random: Random, most: number): string =>
  some(random, most, [0, 1, 2])
    .map((kind) => `${pick(random, kind === 0 ? NOISE : PHRASES)}${pick(random, JOINTS)}`)
    .join('')

export const AREAS: readonly AreaCode[] = reference.areas.map(({ code }) => areaCode(code))
const WIDE = AREAS.filter((code) => ['countries', 'country'].includes(findArea(code)?.kind ?? ''))
const NARROW = AREAS.filter((code) => !WIDE.includes(code))

function someAreas(random: Random, local: number): Fact<readonly AreaCode[]> {
  const sort = random()
  if (sort < local) return stated([pick(random, NARROW), ...some(random, 2, NARROW)])
  if (sort < local + 0.1) return inferred([pick(random, AREAS)], 'across parts of it')
  return random() < 0.5 ? UNKNOWN : stated([pick(random, WIDE)])
}

const DEADLINES = [
  closing(isoDate('2026-06-01')),
  closing(isoDate('2026-06-05')),
  closing(isoDate('2026-06-16')),
  closing(isoDate('2026-09-30')),
  closing(isoDate('2026-05-01')),
  NO_DEADLINE_KNOWN,
  { ...NO_DEADLINE_KNOWN, kind: 'rolling' as const },
  { ...NO_DEADLINE_KNOWN, kind: 'until_spent' as const },
]
const SUMS = [null, null, 0, 50_000, 500_000, 5_000_000]

/** One of each few rules beside who, where and with what income; of an opportunity two at most. */
const RULES: readonly ((random: Random) => Partial<Rules>)[] = [
  () => ({ supplierList: stated('our list') }),
  (random) => ({ registers: stated([pick(random, Register.options)]) }),
  (random) => ({ monthsRunning: stated(pick(random, [12, 600])) }),
  () => ({ monthsOfAccounts: stated(12) }),
  () => ({ percentOfIncome: stated(25) }),
  (random) => ({ costs: stated([pick(random, CostType.options)]) }),
  (random) => ({ costsNotPaid: inferred([pick(random, CostType.options)], 'no such costs') }),
  () => ({ durationMax: stated(12) }),
  () => ({ matchPercent: stated(20) }),
  () => ({ unrelatedTrustees: stated(3) }),
  (random) => ({ policies: stated([pick(random, Policy.options)]) }),
  () => ({ reapplyGap: stated({ months: 24, after: 'application' as const }) }),
  () => ({ oneLiveAward: stated(true) }),
  (random) => ({ councils: stated(pick(random, CouncilRole.options)) }),
  () => ({ partners: stated(2) }),
  (random) => ({ beneficiaryAreas: stated([pick(random, AREAS)]) }),
  (random) => ({ beneficiaries: stated([pick(random, Beneficiary.options)]) }),
  (random) => ({ notFor: stated([pick(random, Use.options)]) }),
  () => ({ reservesMax: stated(6) }),
  () => ({ bankAccount: stated(true) }),
  () => ({ dissolutionClause: stated(true) }),
  () => ({ minimalFinancialAssistance: stated(true) }),
  () => ({ closesAfter: stated(200) }),
]

const someRules = (random: Random): Partial<Rules> =>
  Object.assign({}, ...some(random, 2, RULES).map((rule) => rule(random)))

/** What an organisation has told of itself; a third of it not. */
const someStanding = (random: Random): Partial<Organisation> => ({
  beneficiaryAreas: some(random, 2, AREAS),
  accountsFrom: pick(random, [null, isoDate('2020-04-01'), isoDate('2026-04-01')]),
  foundedOn: pick(random, [null, isoDate('1990-01-01'), isoDate('2026-01-01')]),
  costs: some(random, 2, CostType.options),
  durationMin: pick(random, [null, 6, 24]),
  matchPercent: pick(random, [null, 0, 50]),
  unrelatedTrustees: pick(random, [null, 1, 5]),
  policies: pick(random, [null, [], Policy.options]),
  history: pick(random, [null, [], [BID]]),
  partners: pick(random, [null, 0, 3]),
  uses: pick(random, [null, [], Use.options]),
  reservesMonths: pick(random, [null, 1, 36]),
  hasBankAccount: pick(random, [null, true, false]),
  hasDissolutionClause: pick(random, [null, true, false]),
  subsidyReceived: pick(random, [null, 0, 31_499_900]),
})

export const FUNDERS = ['The Example Fund', 'The Other Trust', 'Nobody’s Foundation']

/** To the funder of a third of the opportunities here. */
const BID = {
  funder: 'The Example Fund',
  funderId: null,
  appliedOn: isoDate('2025-06-01'),
  outcome: 'awarded' as const,
  endsOn: isoDate('2027-06-01'),
}

/** Any opportunity; a share of `local` is for some part of the country. */
export const someOpportunity = (random: Random, id: string, local = 0.6): Opportunity =>
  anOpportunity({
    id: opportunityId(id),
    title: someText(random, 5) || '-',
    summary: someText(random, 10),
    description: someText(random, 25),
    funder: { name: pick(random, FUNDERS), orgId: null },
    kind: pick(random, ['grant', 'grant', 'grant', 'contract', 'loan'] as const),
    vcseSignals: random() < 0.2 ? ['suitable'] : [],
    awardMin: pick(random, SUMS),
    awardMax: pick(random, SUMS),
    currency: random() < 0.9 ? 'GBP' : 'EUR',
    deadline: pick(random, DEADLINES),
    forecast: random() < 0.1,
    ended: random() < 0.05 ? 'awarded' : null,
    themes: some(random, 3, Theme.options),
    beneficiaries: some(random, 3, Beneficiary.options),
    rules: rules({
      areas: someAreas(random, local),
      applicantTypes: random() < 0.5 ? UNKNOWN : stated(some(random, 4, ApplicantType.options)),
      incomeMax: random() < 0.8 ? UNKNOWN : stated(10_000_000),
      ...someRules(random),
    }),
  })

export const someOpportunities = (random: Random, many: number, local = 0.6): Opportunity[] =>
  Array.from({ length: many }, (_, at) => someOpportunity(random, `o${(at * 7919) % 100_003}`, local))

/** Awards of two of the three funders. */
export const someAwards = (random: Random, many: number): Award[] =>
  Array.from({ length: many }, (_, at) =>
    anAward({
      key: `a${at}`,
      funder: { name: pick(random, FUNDERS.slice(0, 2)), orgId: null },
      title: someText(random, 4) || '-',
      purpose: someText(random, 8),
    }),
  )

/** Any organisation, in those areas. */
export const someOrganisation = (random: Random, areas: readonly AreaCode[]): Organisation =>
  anOrganisation({
    id: organisationId('any'),
    name: someText(random, 3) || '-',
    whatWeDo: someText(random, 15),
    whoWeHelp: someText(random, 6),
    legalForm: random() < 0.2 ? null : pick(random, ApplicantType.options),
    areas,
    income: pick(random, [null, 0, 5_000_000, 50_000_000]),
    themes: some(random, 5, Theme.options),
    beneficiaries: some(random, 5, Beneficiary.options),
    needMin: pick(random, SUMS),
    needMax: pick(random, SUMS),
    wantsContracts: random() < 0.3,
    preparationDays: pick(random, [1, 10, 20, 100]),
    ...someStanding(random),
  })

/** Nowhere, one place, several, a region, a country, everywhere, and 300 places. */
export const someWhere = (random: Random): readonly (readonly AreaCode[])[] => [
  [],
  [pick(random, NARROW)],
  [pick(random, NARROW), pick(random, NARROW), pick(random, NARROW)],
  [areaCode('E12000009')],
  [areaCode('E92000001')],
  [areaCode('K02000001')],
  AREAS.slice(0, 300),
]
