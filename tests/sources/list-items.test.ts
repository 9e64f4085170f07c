import { describe, expect, test } from 'vitest'
import { VCSE } from '../../src/domain/applicant-type.ts'
import { inferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import { openSource } from '../../src/sources/index.ts'
import { aCommonGrant, aGovukResult, aGrantsGovHit, aSediaResult } from '../fixtures/lists/items.ts'
import type { Json } from '../fixtures/ocds/releases.ts'
import { aSource } from '../support/builders.ts'
import { startReplayServer } from '../support/replay-server.ts'
import {
  contentOf,
  hasRecordings,
  ONE_JUNE,
  pagesOf,
  quickGet,
  readWith,
  recording,
} from '../support/sources.ts'

const entryOf = (connector: string, settings: Json = {}, url = 'https://site.example/list') =>
  aSource({ connector, url, settings })
const reading = (connector: string, item: unknown, settings: Json = {}) =>
  readWith(entryOf(connector, settings), { item, readAt: ONE_JUNE })
const GOVUK = { documentType: 'example_fund' }

describe('a hit of Grants.gov', () => {
  const content = (over: Json = {}) => contentOf(reading('grants-gov', aGrantsGovHit(over)))

  test('is a call in dollars that closes on a day in Washington', () => {
    expect(content()).toMatchObject({
      title: 'Youth exchanges',
      funder: { name: 'Example Agency & Friends' },
      url: 'https://www.grants.gov/search-results-detail/900001',
      currency: 'USD',
      forecast: false,
      deadline: {
        kind: 'fixed',
        zone: 'America/New_York',
        rounds: [{ opensOn: '2026-05-01', closesOn: '2026-09-14', closesTime: null }],
      },
      rules: { applicantTypes: UNKNOWN, areas: UNKNOWN },
    })
  })

  test('without a closing date has none that is known', () => {
    expect(content({ closeDate: '' }).deadline).toMatchObject({ kind: 'unknown' })
    expect(content({ closeDate: '', openDate: '' }).deadline.rounds).toEqual([])
  })

  test('that is announced is a forecast, and an older shape names its agency otherwise', () => {
    expect(content({ oppStatus: 'forecasted' }).forecast).toBe(true)
    expect(content({ agencyName: undefined, agency: 'Old Agency' }).funder.name).toBe('Old Agency')
  })

  test.for([
    [{ oppStatus: 'closed' }, { outcome: 'skipped' }],
    [
      { closeDate: '31/12/2026' },
      { outcome: 'bad', reason: 'The item has a closing date that cannot be read: 31/12/2026' },
    ],
    [{ openDate: 'May' }, { outcome: 'bad', reason: expect.stringContaining('opening date') }],
    [{ title: '' }, { outcome: 'bad', reason: 'The item has no title' }],
    [{ agencyName: 7 }, { outcome: 'bad', reason: 'The item does not say who gives' }],
    [{ id: null }, { outcome: 'bad', reason: 'The item has no id' }],
  ])('with %j is %j', ([over = {}, expected = {}]) => {
    expect(reading('grants-gov', aGrantsGovHit(over))).toMatchObject(expected)
  })

  test('is asked for with POST, beside what the registry searches for', async () => {
    const answer = {
      errorcode: 0,
      data: { hitCount: 3, oppHits: [aGrantsGovHit(), aGrantsGovHit({ id: 2 })] },
    }
    await using server = await startReplayServer([
      { match: '"startRecordNum":0', body: JSON.stringify(answer) },
      // The pages of the service overlap.
      {
        body: JSON.stringify({
          ...answer,
          data: { hitCount: 3, oppHits: [aGrantsGovHit({ id: 2 }), aGrantsGovHit({ id: 3 })] },
        }),
      },
    ])
    const settings = { paceMs: 0, pageSize: 2, search: { keyword: 'youth' } }
    const pages = await pagesOf(
      openSource(entryOf('grants-gov', settings, `${server.origin}/v1/api/search2`)),
      quickGet(),
    )
    expect(pages.map(({ records }) => records.length)).toEqual([2, 1])
    expect(server.requests.map(({ method, body }) => [method, JSON.parse(body)])).toEqual([
      ['POST', { oppStatuses: 'forecasted|posted', keyword: 'youth', rows: 2, startRecordNum: 0 }],
      ['POST', { oppStatuses: 'forecasted|posted', keyword: 'youth', rows: 2, startRecordNum: 2 }],
    ])
  })

  test('an answer with an error code is a fault of the service', async () => {
    await using server = await startReplayServer([
      { body: '{"errorcode": 5, "msg": "no", "data": {"hitCount": 0, "oppHits": []}}' },
    ])
    await expect(
      pagesOf(openSource(entryOf('grants-gov', {}, server.origin)), quickGet()),
    ).rejects.toMatchObject({
      code: 'source_unavailable',
    })
  })

  test.runIf(hasRecordings)('the recorded hits of the reading material are read', () => {
    const { data } = JSON.parse(recording('grants-gov/search2-real-trimmed-2026-05-28.json'))
    const deadlines = data.oppHits.map((hit: unknown) => contentOf(reading('grants-gov', hit)).deadline)
    expect(deadlines.map(({ rounds }: { rounds: { closesOn: string }[] }) => rounds[0]?.closesOn)).toEqual([
      null,
      '2026-11-04',
      '2026-06-04',
    ])
  })
})

describe('a result of GOV.UK search', () => {
  test('is a call of its first organisation, with no date', () => {
    expect(contentOf(reading('govuk-search', aGovukResult(), GOVUK))).toMatchObject({
      title: 'Places to meet',
      description: 'Invented: money for rooms in which neighbours meet.',
      funder: { name: 'Department for Examples' },
      url: 'https://www.gov.uk/funds/places-to-meet',
      deadline: { kind: 'unknown', rounds: [] },
      ended: null,
    })
  })

  test.for([
    ['closed', 'closed_early'],
    [['closed'], 'closed_early'],
    [[{ value: 'closed', label: 'Closed' }], 'closed_early'],
    [['open'], null],
    [[], null],
    [undefined, null],
  ] as const)('whose state is %j has ended: %s', ([state, ended]) => {
    expect(contentOf(reading('govuk-search', aGovukResult({ fund_state: state }), GOVUK)).ended).toBe(ended)
  })

  test('may lead to another site, may lack an organisation, and must have a link', () => {
    const settings = { ...GOVUK, funder: 'Somebody', kind: 'loan' }
    const over = { link: 'https://other.example/fund', organisations: null }
    expect(contentOf(reading('govuk-search', aGovukResult(over), settings))).toMatchObject({
      url: 'https://other.example/fund',
      funder: { name: 'Somebody' },
      kind: 'loan',
    })
    expect(reading('govuk-search', aGovukResult({ link: 'javascript:x' }), GOVUK)).toMatchObject({
      outcome: 'bad',
    })
    expect(reading('govuk-search', aGovukResult({ link: null }), GOVUK)).toMatchObject({
      outcome: 'bad',
      key: null,
    })
  })

  test('is asked for by type, from a start on', async () => {
    await using server = await startReplayServer([{ body: '{"results": [], "total": 0}' }])
    await pagesOf(openSource(entryOf('govuk-search', { ...GOVUK, pageSize: 50 }, server.origin)), quickGet())
    const asked = new URL(server.requests[0]?.url ?? '', server.origin).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      filter_document_type: 'example_fund',
      start: '0',
      count: '50',
    })
  })
})

describe('a call of a CommonGrants service', () => {
  const content = (over: Json = {}, custom: Json = {}) =>
    contentOf(reading('common-grants', aCommonGrant(over, custom)))
  const closing = (event: Json) =>
    content({ keyDates: { closeDate: { name: 'Closes', eventType: 'singleDate', ...event } } }).deadline

  test('is read whole, without the person in it', () => {
    expect(content()).toMatchObject({
      title: 'Thriving streets',
      funder: { name: 'The Example Fund', orgId: 'GB-CHC-1000001' },
      url: 'https://fund.example/thriving-streets',
      contactEmail: 'grants@fund.example',
      awardMin: 100_000,
      awardMax: 1_000_050,
      fundTotal: 25_000_000,
      currency: 'GBP',
      deadline: {
        kind: 'fixed',
        rounds: [{ opensOn: '2026-05-01', closesOn: '2026-09-14', closesTime: '17:00' }],
      },
      rules: {
        applicantTypes: stated(['registered_charity', 'cic_guarantee']),
        areas: stated(['E06000025']),
        matchPercent: stated(25),
      },
    })
    expect(JSON.stringify(content())).not.toContain('Jane Smith')
  })

  test.for([
    [{ date: '2026-12-01', time: '17:00:00Z' }, '2026-12-01', '17:00'],
    [{ date: '2026-12-01', time: '17:00' }, '2026-12-01', '17:00'],
    [{ date: '2026-12-01', time: '23:59:59' }, '2026-12-01', null],
    [{ date: '2026-12-01', time: 'noon' }, '2026-12-01', null],
    [
      { eventType: 'dateRange', startDate: '2026-11-01', endDate: '2026-12-02', endTime: '12:00:00' },
      '2026-12-02',
      '12:00',
    ],
    [{ date: '2027-03-28', time: '01:30:00' }, '2027-03-28', '01:30'],
  ] as const)('closes, by %j, on %s at %s', ([event, closesOn, closesTime]) => {
    expect(closing(event).rounds).toEqual([{ opensOn: null, closesOn, closesTime }])
  })

  test('is open all year when its other dates say so, and in its own zone when it names one', () => {
    const rolling = { name: 'Rolling', eventType: 'other', details: 'Apply at any time' }
    expect(content({ keyDates: { otherDates: { rolling } } }).deadline).toMatchObject({
      kind: 'rolling',
      note: 'Apply at any time',
    })
    const zone = (timeZone: string) => content({}, { ukDeadline: { value: { timeZone } } }).deadline.zone
    expect([zone('Europe/Dublin'), zone('Moon/Base')]).toEqual(['Europe/Dublin', 'Europe/London'])
  })

  test.for([
    [[{ value: 'nonprofit_without_501c3' }], stated(VCSE)],
    [
      [{ value: 'individual' }, { value: 'custom', customValue: 'uk_ghost' }],
      inferred(['individual'], 'individual, uk_ghost'),
    ],
    [[{ value: 'unrestricted' }], UNKNOWN],
    ['everybody', UNKNOWN],
  ] as const)('takes applicants %j', ([acceptedApplicantTypes, fact]) => {
    expect(content({ acceptedApplicantTypes }).rules.applicantTypes).toEqual(fact)
  })

  test('keeps what it cannot read unknown', () => {
    const over = {
      funding: {
        maxAwardAmount: { amount: 'lots', currency: 'GBP' },
        minAwardAmount: { amount: '5', currency: 'EUR' },
      },
    }
    const custom = {
      ukAreas: { value: [{ code: 'E06000025' }, { code: 'X1' }] },
      costSharing: { value: 'half' },
      contactInfo: { value: { email: 'jane.smith@fund.example' } },
    }
    expect(content(over, custom)).toMatchObject({
      awardMin: null,
      awardMax: null,
      contactEmail: null,
      rules: { areas: UNKNOWN, matchPercent: UNKNOWN },
    })
  })

  test('is a forecast, withdrawn, or closed early, as its status says', () => {
    expect(content({ status: { value: 'forecasted' } }).forecast).toBe(true)
    expect(content({ status: { value: 'closed' } }).ended).toBe('closed_early')
    const withdrawn = aCommonGrant({ status: { value: 'custom', customValue: 'withdrawn' } })
    expect(reading('common-grants', withdrawn)).toMatchObject({ outcome: 'ending', ended: 'withdrawn' })
  })

  test('without a title, a funder or a real date is bad, and the others of its page are read', async () => {
    const items = [
      aCommonGrant(),
      aCommonGrant({ id: 'b', title: null }),
      'not an item',
      aCommonGrant({ id: 'c' }, { fundingOrganization: null }),
    ]
    await using server = await startReplayServer([
      { body: JSON.stringify({ items, paginationInfo: { totalItems: 4 } }) },
    ])
    const reader = openSource(entryOf('common-grants', { paceMs: 0 }, server.origin))
    const [page] = await pagesOf(reader, quickGet())
    const outcomes = page?.records.map(({ value }) => reader.read(value).outcome)
    expect(outcomes).toEqual(['opportunity', 'bad', 'bad', 'bad'])
    expect(contentOf(reading('common-grants', items[3], { funder: 'Somebody' })).funder.name).toBe('Somebody')
    const wrong = aCommonGrant({ keyDates: { closeDate: { date: '2026-02-30' } } })
    expect(reading('common-grants', wrong)).toMatchObject({
      reason: 'The item has a closing date that cannot be read: 2026-02-30',
    })
  })
})

describe('a topic of the EU portal', () => {
  const content = (over: Json = {}, metadata: Json = {}) =>
    contentOf(reading('sedia', aSediaResult(over, metadata)))

  test('is a call in euros with a round for each date in Brussels', () => {
    expect(content()).toMatchObject({
      title: 'An invented topic',
      funder: { name: 'European Commission' },
      url: 'https://portal.example/topic-details/EXAMPLE-2026-01',
      currency: 'EUR',
      deadline: {
        kind: 'fixed',
        zone: 'Europe/Brussels',
        rounds: [
          { opensOn: '2026-05-01', closesOn: '2026-09-14', closesTime: null },
          { opensOn: null, closesOn: '2027-06-01', closesTime: null },
        ],
      },
    })
  })

  test('that says it is open after its last date has a deadline that is not known', () => {
    expect(content({}, { deadlineDate: ['2026-01-01T17:00:00.000+0000'] }).deadline).toMatchObject({
      kind: 'unknown',
      rounds: [],
    })
  })

  test.for([
    [{ status: ['31094501'] }, { outcome: 'opportunity', content: { forecast: true } }],
    [{ status: ['31094503'] }, { outcome: 'skipped' }],
    [
      { deadlineDate: ['soon'] },
      { outcome: 'bad', reason: 'The item has a closing date that cannot be read: soon' },
    ],
    [
      { identifier: [], callccm2Id: ['42123'] },
      { outcome: 'opportunity', key: '42123' },
    ],
    [{ identifier: [] }, { outcome: 'opportunity', key: 'INVENTED-1' }],
    [{ title: [], callTitle: ['An invented call'] }, { content: { title: 'An invented call' } }],
  ])('with %j is %j', ([metadata = {}, expected = {}]) => {
    expect(reading('sedia', aSediaResult({}, metadata))).toMatchObject(expected)
  })

  test('is asked for with a form whose parts say that they are JSON', async () => {
    await using server = await startReplayServer([{ body: '{"results": [], "totalResults": 0}' }])
    const url = `${server.origin}/rest/search?apiKey=SEDIA&text=***`
    await pagesOf(openSource(entryOf('sedia', { types: ['1'] }, url)), quickGet())
    const [asked] = server.requests
    expect(asked?.url).toBe('/rest/search?apiKey=SEDIA&text=***&pageSize=100&pageNumber=1')
    const boundary =
      /^multipart\/form-data; boundary=(.+)$/.exec(asked?.headers['content-type'] ?? '')?.[1] ?? ''
    const form = await new Response(asked?.body, {
      headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    }).formData()
    const parts = await Promise.all(
      [...form].map(async ([name, part]) => [
        name,
        (part as File).type,
        JSON.parse(await (part as File).text()),
      ]),
    )
    expect(parts).toEqual([
      [
        'query',
        'application/json',
        { bool: { must: [{ terms: { type: ['1'] } }, { terms: { status: ['31094501', '31094502'] } }] } },
      ],
      ['languages', 'application/json', ['en']],
      ['sort', 'application/json', { field: 'sortStatus', order: 'ASC' }],
    ])
  })
})

test.for(['common-grants', 'grants-gov', 'govuk-search', 'sedia'])(
  '%s never throws on what is no item',
  (connector) => {
    const settings = connector === 'govuk-search' ? GOVUK : {}
    for (const item of [null, 7, 'text', [], [[]], { item: null }, {}]) {
      expect(readWith(entryOf(connector, settings), { item })).toMatchObject({ outcome: 'bad' })
      expect(readWith(entryOf(connector, settings), item)).toMatchObject({ outcome: 'bad' })
    }
  },
)

test.for([
  ['grants-gov', { pageUrl: 'https://www.grants.gov' }, /settings\.pageUrl/],
  ['govuk-search', {}, /settings\.documentType/],
  ['sedia', { types: ['0'] }, /settings\.types/],
  ['common-grants', { pageSize: 0 }, /settings\.pageSize/],
  ['find-a-grant', { speed: 'fast' }, /settings/],
] as const)('a wrong setting of %s is named: %j', ([connector, settings, fault]) => {
  expect(() => openSource(entryOf(connector, settings))).toThrow(fault)
})
