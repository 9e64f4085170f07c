import { isoDate } from '../../../src/base/date.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../../src/domain/deadline.ts'
import { stated } from '../../../src/domain/fact.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import {
  anOpportunity,
  aProvenance,
  BRISTOL,
  opportunityId,
  rules,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
  WALES,
} from '../../support/builders.ts'

/** Two records of two sources, and what a person who read both pages would say. */
export interface JudgedPair {
  readonly what: string
  readonly is: 'one call' | 'two calls'
  /** What must come out; where it is `maybe`, a person is asked. */
  readonly answer: 'same' | 'maybe' | 'different'
  readonly a: Partial<Opportunity>
  readonly b: Partial<Opportunity>
}

const on = (day: string) => closing(isoDate(day))
const quartet = { name: 'Quartet Community Foundation', orgId: 'GB-CHC-1080418' }
const named = (name: string) => ({ name, orgId: null })
const own = 'https://fund.example/kitchens'
const other = 'https://list.example/1'
const portal = 'https://portal.example/login'
const areas = (...codes: Parameters<typeof stated<readonly (typeof BRISTOL)[]>>[0]) =>
  rules({ areas: stated(codes) })
const nothing = { awardMin: null, awardMax: null, fundTotal: null, rules: rules() }

/** The records of a pair: of two sources, at two addresses unless they say otherwise. */
export const recordsOf = ({ a, b }: Pick<JudgedPair, 'a' | 'b'>): readonly [Opportunity, Opportunity] => [
  anOpportunity({ id: opportunityId('a'), url: own, provenance: aProvenance({ sourceId: 'one' }), ...a }),
  anOpportunity({ id: opportunityId('b'), url: other, provenance: aProvenance({ sourceId: 'two' }), ...b }),
]

const ONE_CALL: readonly Omit<JudgedPair, 'is'>[] = [
  { what: 'the same words twice', answer: 'same', a: {}, b: {} },
  {
    what: 'the same page, reached with tracking',
    answer: 'same',
    a: { ...nothing, deadline: NO_DEADLINE_KNOWN },
    b: { url: 'http://www.fund.example/kitchens/?utm_source=list&fbclid=1#apply' },
  },
  {
    what: 'an aggregator whose link to apply is the funder’s page',
    answer: 'same',
    a: { ...nothing, deadline: NO_DEADLINE_KNOWN },
    b: { applyUrl: own, title: 'Community kitchens grant' },
  },
  {
    what: 'an aggregator whose link to apply is the funder’s page, under its own name',
    answer: 'maybe',
    a: {},
    b: { applyUrl: own, funder: named('All The Grants'), title: 'Community kitchens grant' },
  },
  {
    what: 'a title of general words on one page',
    answer: 'maybe',
    a: { title: 'Grants programme' },
    b: { title: 'Grants Programme', url: own },
  },
  {
    what: 'the funder’s name before the title',
    answer: 'same',
    a: { funder: quartet },
    b: { funder: quartet, title: 'Quartet Community Foundation: Community Kitchens Fund' },
  },
  {
    what: 'the round and the year named by one of them',
    answer: 'same',
    a: { title: 'Community kitchens 2026/27: Round Three' },
    b: { title: 'Community Kitchens' },
  },
  {
    what: 'a slip in the title',
    answer: 'same',
    a: { title: 'Enviroment and neighbourhoods fund' },
    b: { title: 'Environment & Neighbourhoods Fund' },
  },
  {
    what: 'a slip in the funder’s name',
    answer: 'same',
    a: { funder: named('Quartet Comunity Foundation') },
    b: { funder: quartet },
  },
  {
    what: 'one says less of everything but the day',
    answer: 'same',
    a: { funder: named('The Example Fund') },
    b: { ...nothing, funder: named('Example Fund') },
  },
  {
    what: 'a contract on two portals',
    answer: 'same',
    a: { kind: 'contract', title: 'Floating support services', funder: named('Example Council') },
    b: { kind: 'contract', title: 'Floating Support Service', funder: named('Example Council') },
  },
  {
    what: 'the same round said in words and in figures',
    answer: 'same',
    a: { title: 'Community kitchens: third round' },
    b: { title: 'Community kitchens (Round 3)' },
  },
  {
    what: 'a smaller area within the larger',
    answer: 'same',
    a: { rules: areas(SOUTH_WEST) },
    b: { rules: areas(BRISTOL) },
  },
  {
    what: 'a deadline that one source has moved already',
    answer: 'maybe',
    a: { deadline: on('2026-06-30') },
    b: { deadline: on('2026-07-14') },
  },
  {
    what: 'another sum, with and without tax',
    answer: 'maybe',
    a: { awardMax: 1_000_000 },
    b: { awardMax: 1_200_000 },
  },
  {
    what: 'no day said by either',
    answer: 'maybe',
    a: { deadline: NO_DEADLINE_KNOWN },
    b: { deadline: NO_DEADLINE_KNOWN },
  },
  {
    what: 'a longer title on the same page',
    answer: 'maybe',
    a: {},
    b: { url: own, title: 'Money for community kitchens in your street' },
  },
  {
    what: 'the aggregator named as the funder, at its own address',
    answer: 'maybe',
    a: {},
    b: { funder: named('All The Grants') },
  },
]

const TWO_CALLS: readonly Omit<JudgedPair, 'is'>[] = [
  {
    what: 'the same title in the next year',
    answer: 'different',
    a: { deadline: on('2026-06-30') },
    b: { deadline: on('2027-06-30') },
  },
  {
    what: 'the next year in the title, the same page',
    answer: 'different',
    a: { title: 'Community kitchens 2026' },
    b: { title: 'Community kitchens 2027', url: own },
  },
  {
    what: 'spans of years that share one',
    answer: 'different',
    a: { title: 'Community kitchens 2026-27', deadline: NO_DEADLINE_KNOWN },
    b: { title: 'Community kitchens 2027-28', deadline: NO_DEADLINE_KNOWN, url: own },
  },
  {
    what: 'the next round',
    answer: 'different',
    a: { title: 'Community kitchens Round 3' },
    b: { title: 'Community kitchens Round 4', url: own },
  },
  {
    what: 'the next round in Roman figures',
    answer: 'different',
    a: { title: 'Kitchens: Phase II' },
    b: { title: 'Kitchens: Phase III' },
  },
  {
    what: 'spring and autumn',
    answer: 'different',
    a: { title: 'Spring kitchens' },
    b: { title: 'Autumn kitchens' },
  },
  {
    what: 'two lots',
    answer: 'different',
    a: { kind: 'contract', title: 'Floating support – Lot 1' },
    b: { kind: 'contract', title: 'Floating support – Lot 2' },
  },
  {
    what: 'two regions of one fund',
    answer: 'different',
    a: { title: 'Community Fund – North' },
    b: { title: 'Community Fund – South' },
  },
  {
    what: 'two sizes of one fund',
    answer: 'different',
    a: { title: 'Small grants' },
    b: { title: 'Large grants' },
  },
  {
    what: 'two places of one fund on one page',
    answer: 'maybe',
    a: { title: 'Bristol kitchens' },
    b: { title: 'Bath kitchens', url: own },
  },
  {
    what: 'two funds of one funder that close on one day',
    answer: 'different',
    a: { title: 'Kitchens fund', funder: quartet },
    b: { title: 'Gardens fund', funder: quartet },
  },
  {
    what: 'a fund and a part of it',
    answer: 'maybe',
    a: { title: 'Kitchens fund' },
    b: { title: 'Kitchens fund: equipment' },
  },
  {
    what: 'a fund and a programme of grants of one general name',
    answer: 'different',
    a: { title: 'Community fund' },
    b: { title: 'Community grants' },
  },
  {
    what: 'two funders with one common title',
    answer: 'different',
    a: { title: 'Community fund', funder: named('Dorset Foundation'), ...nothing },
    b: { title: 'Community fund', funder: named('Somerset Foundation'), ...nothing },
  },
  {
    what: 'two registered funders of one title, day and sum',
    answer: 'maybe',
    a: { funder: quartet },
    b: { funder: { name: 'Quartet Community Foundation', orgId: 'GB-CHC-1000001' } },
  },
  {
    what: 'two registered funders whose general programmes are applied for at one portal',
    answer: 'different',
    a: {
      ...nothing,
      title: 'Grants programme',
      funder: { name: 'Avon Foundation', orgId: 'GB-CHC-1' },
      deadline: NO_DEADLINE_KNOWN,
      applyUrl: portal,
    },
    b: {
      ...nothing,
      title: 'Grants Programme',
      funder: { name: 'Cumbria Trust', orgId: 'GB-CHC-2' },
      deadline: NO_DEADLINE_KNOWN,
      applyUrl: portal,
    },
  },
  {
    what: 'two funders whose small grants are applied for at one portal',
    answer: 'different',
    a: {
      ...nothing,
      title: 'Small grants',
      funder: named('Avon Foundation'),
      deadline: NO_DEADLINE_KNOWN,
      applyUrl: portal,
    },
    b: {
      ...nothing,
      title: 'Small grants',
      funder: named('Cumbria Trust'),
      deadline: NO_DEADLINE_KNOWN,
      applyUrl: portal,
    },
  },
  {
    what: 'two registered funders that one page tells of',
    answer: 'maybe',
    a: { funder: { name: 'Quartet', orgId: 'GB-CHC-1' } },
    b: { funder: { name: 'Quartet', orgId: 'GB-CHC-2' }, url: own },
  },
  {
    what: 'two countries',
    answer: 'maybe',
    a: { rules: areas(WALES) },
    b: { rules: areas(SOUTH_GLOUCESTERSHIRE) },
  },
  {
    what: 'a grant and a loan of one name',
    answer: 'maybe',
    a: { kind: 'grant' },
    b: { kind: 'loan' },
  },
  {
    what: 'one portal to apply at',
    answer: 'different',
    a: { title: 'Kitchens', applyUrl: 'https://portal.example/apply' },
    b: { title: 'Gardens', applyUrl: 'https://portal.example/apply' },
  },
  {
    what: 'one portal to apply at, on other days',
    answer: 'different',
    a: { title: 'Support services: children', applyUrl: 'https://portal.example/apply' },
    b: {
      title: 'Support services: adults',
      applyUrl: 'https://portal.example/apply',
      deadline: on('2026-07-14'),
    },
  },
  {
    what: 'one first page of a funder',
    answer: 'different',
    a: { title: 'Kitchens', url: 'https://fund.example/' },
    b: { title: 'Gardens', url: 'https://www.fund.example' },
  },
  {
    what: 'titles that are nothing but a round',
    answer: 'different',
    a: { title: 'Round 1' },
    b: { title: 'Round 1 of 2026', funder: named('Somebody else') },
  },
  {
    what: 'east and west in one long title',
    answer: 'different',
    a: { title: 'Prevention of homelessness and floating support, Eastern area' },
    b: { title: 'Prevention of homelessness and floating support, Western area' },
  },
  {
    what: 'two numbers without a word',
    answer: 'different',
    a: { title: 'Kitchens fund 2' },
    b: { title: 'Kitchens fund 3' },
  },
]

export const JUDGED_PAIRS: readonly JudgedPair[] = [
  ...ONE_CALL.map((pair) => ({ ...pair, is: 'one call' as const })),
  ...TWO_CALLS.map((pair) => ({ ...pair, is: 'two calls' as const })),
]
