import { type Instant, isoDate } from '../../src/base/date.ts'
import type { HarvestRun } from '../../src/db/harvest-runs.ts'
import type { AreaCode } from '../../src/domain/area.ts'
import type { Award, AwardId } from '../../src/domain/award.ts'
import { closing } from '../../src/domain/deadline.ts'
import { stated } from '../../src/domain/fact.ts'
import type { Feedback } from '../../src/domain/feedback.ts'
import type { PartName, RuleOutcome } from '../../src/domain/match.ts'
import type {
  Opportunity,
  OpportunityContent,
  OpportunityId,
  Provenance,
} from '../../src/domain/opportunity.ts'
import { NO_ADDRESS, type Organisation, type OrganisationId } from '../../src/domain/organisation.ts'
import { NO_RULES, type Rules } from '../../src/domain/rules.ts'
import type { SourceEntry } from '../../src/domain/source.ts'
import { NOTHING_TOLD } from '../../src/domain/standing.ts'
import { NO_FACTS } from '../../src/domain/told-facts.ts'

export const SOUTH_GLOUCESTERSHIRE = 'E06000025' as AreaCode
export const BRISTOL = 'E06000023' as AreaCode
export const SOUTH_WEST = 'E12000009' as AreaCode
export const ENGLAND = 'E92000001' as AreaCode
export const WALES = 'W92000004' as AreaCode
/** Two wards as a file tells them, the first also as long as none has. */
export const FILTON = 'E05011950@E06000025:Filton' as AreaCode
export const ASHLEY = 'E05010885@E06000023:Ashley' as AreaCode
export const UNPLACED_FILTON = 'E05011950' as AreaCode

export const opportunityId = (id: string) => id as OpportunityId
export const organisationId = (id: string) => id as OrganisationId

/** No rule at all; a test states the ones that it is about. */
export const rules = (over: Partial<Rules> = {}): Rules => ({
  ...NO_RULES,
  ...over,
})

/** A grant for charities in South Gloucestershire that closes on 30 June 2026. */
export const aContent = (over: Partial<OpportunityContent> = {}): OpportunityContent => ({
  title: 'Community kitchens',
  summary: 'For places that cook together.',
  description: 'For places that cook together.',
  kind: 'grant',
  funder: { name: 'The Example Fund', orgId: null },
  programme: null,
  url: 'https://fund.example/grants/1',
  applyUrl: null,
  contactEmail: null,
  awardMin: 100_000,
  awardMax: 1_000_000,
  fundTotal: null,
  currency: 'GBP',
  deadline: closing(isoDate('2026-06-30')),
  forecast: false,
  ended: null,
  themes: [],
  beneficiaries: [],
  cpv: [],
  vcseSignals: [],
  lots: [],
  rules: rules({
    applicantTypes: stated(['registered_charity', 'cio']),
    areas: stated([SOUTH_GLOUCESTERSHIRE]),
  }),
  ...over,
})

export const aProvenance = (over: Partial<Provenance> = {}): Provenance => ({
  sourceId: 'example-fund',
  sourceName: 'The Example Fund',
  licence: 'OGL-UK-3.0',
  key: '1',
  firstSeenAt: '2026-06-01T05:00:00.000Z' as Instant,
  lastCheckedAt: '2026-06-01T05:00:00.000Z' as Instant,
  lastChangedAt: '2026-06-01T05:00:00.000Z' as Instant,
  ...over,
})

export const anOpportunity = (over: Partial<Opportunity> = {}): Opportunity => ({
  ...aContent(),
  id: opportunityId('opportunity-1'),
  version: 1,
  materialVersion: 1,
  provenance: aProvenance(),
  ...over,
})

/** A charity of South Gloucestershire that cooks with its neighbours. */
export const anOrganisation = (over: Partial<Organisation> = {}): Organisation => ({
  id: organisationId('organisation-1'),
  reference: 'GB-CHC-1000001',
  name: 'Riverside Kitchen',
  email: 'hello@riverside.example',
  orgIds: ['GB-CHC-1000001'],
  legalForm: 'cio',
  areas: [SOUTH_GLOUCESTERSHIRE],
  income: 8_000_000,
  foundedOn: isoDate('2015-04-01'),
  whatWeDo: 'We run a community kitchen and lunch club.',
  whoWeHelp: 'Neighbours of every age.',
  themes: ['food'],
  beneficiaries: ['anyone'],
  needMin: null,
  needMax: null,
  wantsContracts: false,
  preparationDays: 20,
  ...NOTHING_TOLD,
  ...NO_ADDRESS,
  ...over,
})

/** What one rule says: met, unless changed. */
export const aRuleOutcome = (over: Partial<RuleOutcome> = {}): RuleOutcome => ({
  rule: 'area',
  outcome: 'pass',
  strength: 'required',
  sentence: 'It is so.',
  question: null,
  opens: null,
  quote: null,
  profileFields: ['areas'],
  funderFields: ['rules.areas'],
  ...over,
})

/** £5,000 for a stove in South Gloucestershire, awarded on 1 May 2025. */
export const anAward = (over: Partial<Award> = {}): Award => ({
  id: `award ${over.key ?? '1'}` as AwardId,
  key: '360G-example-1',
  funder: { name: 'The Example Fund', orgId: null },
  recipient: { name: 'Riverside Kitchen', orgIds: ['GB-CHC-1000001'] },
  title: 'A new stove',
  purpose: 'A stove and training for ten cooks.',
  amount: 500_000,
  currency: 'GBP',
  awardedOn: isoDate('2025-05-01'),
  areas: [SOUTH_GLOUCESTERSHIRE],
  recipientAreas: [],
  openCall: null,
  programme: null,
  sourceName: 'Awards of The Example Fund',
  licence: 'CC-BY-4.0',
  ...over,
})

/** The organisation says that the sum of the opportunity is too small for it. */
export const aFeedback = (over: Partial<Feedback> = {}): Feedback => ({
  organisationId: organisationId('organisation-1'),
  opportunityId: opportunityId('opportunity-1'),
  verdict: 'not_for_us',
  reason: 'too_small',
  note: 'Ask again <b>next</b> year.',
  givenAt: '2026-05-31T09:00:00.000Z' as Instant,
  ...over,
})

export const aSource = (over: Partial<SourceEntry> = {}): SourceEntry => ({
  id: 'example-fund',
  name: 'The Example Fund',
  connector: 'file',
  url: 'https://fund.example/list.csv',
  licence: 'OGL-UK-3.0',
  enabled: true,
  verified: true,
  everyHours: 24,
  settings: {},
  ...over,
})

/** A run to the end that saw one page with nothing new. */
export const aHarvestRun = (over: Partial<HarvestRun> = {}): HarvestRun => ({
  id: 'run-1',
  sourceId: 'example-fund',
  startedAt: '2026-06-01T05:05:00.000Z' as Instant,
  endedAt: '2026-06-01T05:05:10.000Z' as Instant,
  counts: {
    pages: 1,
    seen: 3,
    new: 0,
    changed: 0,
    unchanged: 3,
    withdrawn: 0,
    skipped: 0,
    quarantined: 0,
  },
  facts: { ...NO_FACTS, opportunities: 3, deadline: 3 },
  finished: true,
  error: null,
  resting: false,
  offered: null,
  listed: 3,
  open: 3,
  ...over,
})

/** The parts of a fit: 0 but for those given. */
export const matchParts = (over: Partial<Record<PartName, number>> = {}): Record<PartName, number> => ({
  words: 0,
  topics: 0,
  place: 0,
  breadth: 0,
  recipients: 0,
  themes: 0,
  amount: 0,
  beneficiaries: 0,
  time: 0,
  funder: 0,
  feedback: 0,
  ...over,
})
