import { type Instant, isoDate, localTime } from '../../src/base/date.ts'
import { putAwards } from '../../src/db/awards.ts'
import { addCheck } from '../../src/db/checks.ts'
import type { Database } from '../../src/db/database.ts'
import { putFound } from '../../src/db/duplicate-pairs.ts'
import { putFeedback } from '../../src/db/feedback.ts'
import { addHarvestRun, type HarvestRun, putProgress } from '../../src/db/harvest-runs.ts'
import { changeMerges } from '../../src/db/merges.ts'
import { addMistake } from '../../src/db/mistakes.ts'
import { type NewVersion, putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import { putQuarantined } from '../../src/db/quarantine.ts'
import { addPause } from '../../src/db/source-pauses.ts'
import type { Award } from '../../src/domain/award.ts'
import { closing } from '../../src/domain/deadline.ts'
import type { DuplicatePair } from '../../src/domain/duplicate.ts'
import { inferred, stated } from '../../src/domain/fact.ts'
import type { ListedMatch } from '../../src/domain/match-list.ts'
import { type Opportunity, opportunityId } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import { organisationId } from '../../src/domain/organisation.ts'
import type { SourceEntry } from '../../src/domain/source.ts'
import { NO_FACTS } from '../../src/domain/told-facts.ts'
import {
  aFeedback,
  aHarvestRun,
  anAward,
  anOpportunity,
  anOrganisation,
  aProvenance,
  aSource,
  BRISTOL,
  rules,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
  WALES,
} from '../support/builders.ts'
import { putList } from '../support/lists.ts'

/** Each opportunity of the seed is about one thing that a page must show well. */
export const SEEDED: readonly Opportunity[] = [
  anOpportunity({ id: opportunityId('kitchens') }),
  anOpportunity({
    id: opportunityId('hostile'),
    title: '<script>alert(1)</script> & co',
    funder: { name: '<img src=x onerror=alert(1)> Trust', orgId: null },
    summary: '</p><script>alert(2)</script>',
    description: 'One <b>bold</b> line\nand another.\n\nA second paragraph.',
    deadline: closing(isoDate('2026-06-01'), localTime('17:30')),
  }),
  anOpportunity({
    id: opportunityId('contract'),
    kind: 'contract',
    title:
      'Framework for supported living, floating support and prevention of homelessness in the unitary authority areas of the West of England 2026 to 2030',
    funder: { name: 'Example Unitary Council', orgId: 'GB-LAE-EXA' },
    awardMin: null,
    awardMax: null,
    fundTotal: 1_250_000_000,
    contactEmail: 'a-very-long-role-mailbox-for-commissioning-enquiries@procurement.unitary.example',
    applyUrl: 'https://portal.example/bid',
    themes: ['homelessness', 'social_care'],
    beneficiaries: ['homeless_people', 'older_people'],
    vcseSignals: ['suitable', 'light_touch'],
    lots: [
      { id: '1', title: 'Floating support', value: 400_000_000 },
      { id: '2', title: null, value: null },
    ],
    rules: rules({
      applicantTypes: inferred(['registered_charity', 'cic_guarantee'], 'open to charities and CICs'),
      areas: inferred([SOUTH_WEST], 'across parts of the South West'),
      incomeMin: stated(5_000_000),
      incomeMax: stated(100_000_000),
      supplierList: stated('the council’s dynamic market'),
    }),
  }),
  anOpportunity({
    id: opportunityId('rounds'),
    title: 'Small sums, four times a year',
    version: 3,
    deadline: {
      kind: 'fixed',
      zone: 'Europe/London',
      rounds: [
        { opensOn: isoDate('2026-01-05'), closesOn: isoDate('2026-02-27'), closesTime: localTime('12:00') },
        { opensOn: null, closesOn: isoDate('2026-08-28'), closesTime: localTime('12:00') },
      ],
      note: 'May close early once 200 bids are in.',
    },
    provenance: aProvenance({
      firstSeenAt: '2026-04-01T05:00:00.000Z' as Instant,
      lastChangedAt: '2026-05-20T05:00:00.000Z' as Instant,
    }),
  }),
  anOpportunity({
    id: opportunityId('rolling'),
    title: 'Open all year',
    summary: '',
    description: '',
    deadline: { kind: 'rolling', zone: 'Europe/London', rounds: [], note: null },
    rules: rules(),
  }),
  anOpportunity({
    id: opportunityId('forecast'),
    title: 'Not yet open',
    deadline: {
      kind: 'fixed',
      zone: 'Europe/London',
      rounds: [{ opensOn: isoDate('2026-07-01'), closesOn: isoDate('2026-09-30'), closesTime: null }],
      note: null,
    },
  }),
  anOpportunity({
    id: opportunityId('closed'),
    title: 'Over',
    deadline: closing(isoDate('2026-05-01')),
    provenance: aProvenance({ licence: 'CC-BY-4.0', lastCheckedAt: '2026-04-01T05:00:00.000Z' as Instant }),
  }),
  anOpportunity({ id: opportunityId('withdrawn'), title: 'Taken back', ended: 'withdrawn' }),
  anOpportunity({
    id: opportunityId('elsewhere'),
    title: 'Lunch clubs & balance <b>here</b>',
    funder: { name: 'Valleys Trust', orgId: null },
    summary: 'For community kitchens with strength and balance classes.',
    description: 'We pay for falls prevention and lunch clubs.',
    deadline: closing(isoDate('2026-08-30')),
    provenance: aProvenance({ lastCheckedAt: '2026-04-10T05:00:00.000Z' as Instant }),
    rules: rules({
      applicantTypes: stated(['registered_charity', 'cio']),
      areas: inferred([WALES], 'in the <b>valleys</b> of Wales'),
      policies: stated(['safeguarding']),
      incomeMax: stated(5_000_000),
    }),
  }),
]

export const RIVERSIDE = anOrganisation({
  id: organisationId('riverside'),
  areas: [SOUTH_GLOUCESTERSHIRE, BRISTOL],
})
const HOSTILE = anOrganisation({
  id: organisationId('hostile'),
  reference: 'hostile',
  name: '<script>alert(3)</script> & co',
  legalForm: null,
  areas: [],
  whatWeDo: '',
})
export const ORGANISATIONS: readonly Organisation[] = [RIVERSIDE, HOSTILE]

const seeded = (id: string): Opportunity => {
  const found = SEEDED.find((one) => one.id === id)
  if (!found) throw new RangeError(`No opportunity ${id} in the seed`)
  return found
}

/** The sources of the seed: one that works, one in trouble, one that is paused, one that is off. */
export const SOURCES: readonly SourceEntry[] = [
  aSource({ name: 'The Example Fund', homepage: 'https://fund.example' }),
  aSource({ id: 'trouble', name: '<b>Notices</b> of Example', everyHours: 6, verified: false }),
  aSource({ id: 'paused', name: 'Paused Notices', licence: 'CC-BY-4.0' }),
  aSource({ id: 'off', name: 'Switched Off', enabled: false, licence: 'Not known' }),
]

const RUNS: readonly HarvestRun[] = [
  aHarvestRun(),
  ...[0, 1, 2, 3].map((day) =>
    aHarvestRun({
      id: `trouble-${day}`,
      sourceId: 'trouble',
      startedAt: `2026-05-2${day}T05:05:00.000Z` as Instant,
      listed: day === 3 ? 48 : 120,
      facts: { ...NO_FACTS, opportunities: 60, deadline: day === 3 ? 0 : 57, area: day === 3 ? 1 : 60 },
    }),
  ),
  aHarvestRun({
    id: 'trouble-last',
    sourceId: 'trouble',
    counts: { ...aHarvestRun().counts, pages: 0, seen: 0, unchanged: 0 },
    facts: NO_FACTS,
    finished: false,
    error:
      'https://fund.example/a-very-long-address/that-must-break-somewhere/list.csv?page=1&size=100 answered 500',
  }),
]

/** What stands in the list of Riverside Kitchen, best first. */
const LISTED: readonly ListedMatch[] = [
  { opportunityId: seeded('kitchens').id, units: 200_000, verdict: 'eligible' },
  { opportunityId: seeded('contract').id, units: 100_000, verdict: 'unclear' },
]

/** Of the funders of the kitchens, one more than a page shows, and of the hostile call. */
const AWARDS: readonly Award[] = [
  ...Array.from({ length: 6 }, (_, i) =>
    anAward({ key: `360G-example-${i}`, awardedOn: isoDate(`2025-0${i + 1}-01`), title: `Stove ${i + 1}` }),
  ),
  anAward({
    key: 'euro',
    currency: 'EUR',
    awardedOn: isoDate('2024-01-31'),
    sourceName: 'Old list',
    licence: null,
  }),
  anAward({
    key: 'hostile',
    funder: { name: '<img src=x onerror=alert(1)> Trust', orgId: null },
    recipient: { name: '=cmd|<script>alert(4)</script>', orgIds: [] },
    title: 'Grant to =cmd|<script>alert(4)</script>',
    purpose: '<b>For</b> nothing',
    sourceName: '<script>alert(5)</script>',
  }),
]

/** Another source's record of the kitchens, hidden behind it. */
export const TWIN: Opportunity = anOpportunity({
  id: opportunityId('twin'),
  title: 'Community kitchens fund',
  deadline: closing(isoDate('2026-07-14')),
  url: 'https://list.example/kitchens',
  provenance: aProvenance({ sourceId: 'list', sourceName: '<i>All</i> The Grants', licence: 'Not known' }),
})

const pairOf = (first: string, second: string, decided: Partial<DuplicatePair> = {}): DuplicatePair => ({
  first: opportunityId(first),
  second: opportunityId(second),
  found: 'maybe',
  state: 'waiting',
  decidedBy: null,
  foundAt: '2026-06-01T05:00:00.000Z' as Instant,
  decidedAt: null,
  ...decided,
})

const YESTERDAY = '2026-05-31T09:00:00.000Z' as Instant

/** One pair that waits, one that was kept apart, one that was merged. */
const PAIRS: readonly DuplicatePair[] = [
  pairOf('contract', 'hostile'),
  pairOf('kitchens', 'rolling', { state: 'kept_apart', decidedBy: 'person', decidedAt: YESTERDAY }),
  pairOf('kitchens', 'twin', { state: 'merged', decidedBy: 'person', decidedAt: YESTERDAY }),
]

/** Puts the seed into an empty database. */
export async function seed(db: Database): Promise<void> {
  const at = '2026-06-01T05:00:00.000Z' as Instant
  const first = (opportunity: Opportunity) => ({
    ...opportunity,
    version: 1,
    materialVersion: 1,
  })
  const revise = (version: number, changed: readonly string[]): NewVersion => ({
    opportunity: { ...seeded('rounds'), version },
    changed,
    revision: `r${version}`,
  })
  await db.commit([
    ...putOpportunities(
      db,
      [...SEEDED, TWIN].map((one) => ({ opportunity: first(one), changed: [], revision: 'r1' })),
    ),
    ...putOpportunities(db, [revise(2, ['title'])]),
    ...putOpportunities(db, [revise(3, ['deadline', 'awardMax'])]),
    ...putFound(db, PAIRS),
    ...changeMerges(db, at, [{ absorbed: TWIN.id, kept: opportunityId('kitchens'), keptVersion: 1 }], []),
    ...putOrganisations(db, at, ORGANISATIONS),
    ...putAwards(db, at, AWARDS),
    putFeedback(db, aFeedback({ organisationId: RIVERSIDE.id, opportunityId: opportunityId('rounds') })),
    putFeedback(
      db,
      aFeedback({
        organisationId: RIVERSIDE.id,
        opportunityId: opportunityId('kitchens'),
        verdict: 'good_match',
        reason: null,
        note: null,
      }),
    ),
  ])
  await putList(db, RIVERSIDE.id, LISTED)
  const bad = { sourceId: 'trouble', key: null, releasedAt: null, record: '{}' }
  await db.commit([
    ...['example-fund', 'trouble'].map((id) =>
      putProgress(db, id, at, { state: null, notBefore: null, lastGoodAt: at }),
    ),
    addPause(db, {
      id: 'pause-1',
      sourceId: 'paused',
      pausedAt: at,
      failures: [1, 2, 3, 4, 5].map(() => ({
        at,
        error: 'https://fund.example/<b>list</b>.csv answered 500',
      })),
      toldAt: null,
    }),
    addMistake(db, {
      id: 'mistake-1',
      opportunityId: opportunityId('contract'),
      what: 'deadline',
      words:
        'It says <b>July</b> there.\nhttps://portal.example/a-very-long-address/that-must-break-somewhere/notice?id=1',
      reportedAt: '2026-05-31T09:00:00.000Z' as Instant,
    }),
    addCheck(db, {
      id: 'check-1',
      opportunityId: opportunityId('forecast'),
      outcome: 'still_right',
      version: 1,
      checkedAt: at,
    }),
    ...RUNS.map((run) => addHarvestRun(db, run)),
    ...putQuarantined(db, at, [
      { ...bad, id: 'bad-1', fingerprint: '1', reason: 'The record has <b>no</b> title' },
      { ...bad, id: 'bad-2', fingerprint: '2', reason: 'The record has <b>no</b> title' },
    ]),
  ])
}
