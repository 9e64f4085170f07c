import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import { stated, UNKNOWN } from '../../src/domain/fact.ts'
import { OpportunityContent } from '../../src/domain/opportunity.ts'
import type { Reading, SourceEntry } from '../../src/domain/source.ts'
import { openSource } from '../../src/sources/index.ts'
import { aSource } from '../support/builders.ts'
import { startReplayServer } from '../support/replay-server.ts'
import { contentOf, ONE_JUNE, pagesOf, quickGet } from '../support/sources.ts'

async function readingsOf(text: string, over: Partial<SourceEntry> = {}, now = ONE_JUNE): Promise<Reading[]> {
  const reader = openSource(aSource(over))
  const pages = await pagesOf(reader, async () => text, { now })
  return pages.flatMap(({ records }) =>
    records.map(({ value }) => reader.read(JSON.parse(JSON.stringify(value)))),
  )
}

/** What the connector makes of one entry of a JSON list; only what a test is about need be given. */
async function readRow(cells: Readonly<Record<string, unknown>>): Promise<Reading> {
  const row = {
    key: 'k1',
    title: 'Kitchens',
    funder: 'The Example Fund',
    url: 'https://fund.example/1',
    ...cells,
  }
  const [reading] = await readingsOf(JSON.stringify([row]), { url: 'https://fund.example/list.json' })
  if (!reading) throw new Error('There is no reading')
  return reading
}
const rowContent = async (cells: Readonly<Record<string, unknown>>) => contentOf(await readRow(cells))

test('a list from a spreadsheet is read: byte order mark, semicolons, CRLF, empty cells and lines', async () => {
  const text = readFileSync('tests/fixtures/file/semicolons-and-crlf.csv', 'utf8')
  const [green, ragged, warm, ...rest] = await readingsOf(text)
  expect(rest).toEqual([])
  expect(green).toMatchObject({
    outcome: 'opportunity',
    key: 'green-1',
    releasedAt: ONE_JUNE,
    content: {
      title: 'Green spaces',
      summary: 'For parks; and gardens',
      kind: 'grant',
      funder: { name: 'The Example Fund', orgId: null },
      awardMin: 50_000,
      awardMax: 1_000_000,
      currency: 'GBP',
      deadline: { kind: 'fixed', rounds: [{ opensOn: null, closesOn: '2026-06-03', closesTime: '17:30' }] },
      themes: ['environment', 'health'],
      rules: {
        areas: stated(['E06000023', 'E06000025']),
        applicantTypes: stated(['registered_charity', 'cio', 'cic_guarantee']),
      },
    },
  })
  expect(ragged).toMatchObject({
    outcome: 'bad',
    key: 'ragged',
    reason: 'The row has 2 cells where the headings have 12',
  })
  expect(warm).toMatchObject({ key: 'warm-1', content: { deadline: { kind: 'unknown' }, awardMax: null } })
})

test.for([
  ['tabs', 'key\ttitle\tfunder\turl\nk1\tKitchens\tFund\thttps://fund.example/1'],
  ['commas and quotes', 'key,title,funder,url\n"k1","Kitchens","Fund","https://fund.example/1"\n'],
])('a list with %s is read', async ([, text = '']) => {
  expect(await readingsOf(text)).toMatchObject([{ key: 'k1', content: { title: 'Kitchens' } }])
})

test('a JSON list may stand alone or under "opportunities"', async () => {
  const row = { key: 'k1', title: 'Kitchens', funder: 'Fund', url: 'https://fund.example/1' }
  const json = { url: 'https://fund.example/list.json?v=2' }
  expect(await readingsOf(JSON.stringify([row]), json)).toMatchObject([{ key: 'k1' }])
  expect(await readingsOf(JSON.stringify({ opportunities: [row, 7] }), json)).toMatchObject([
    { key: 'k1' },
    { outcome: 'bad', key: null, reason: 'The entry is not an object: 7' },
  ])
})

test('the list is fetched whole, and the harvest ends with it', async () => {
  await using server = await startReplayServer([
    { body: 'key,title,funder,url\nk1,K,F,https://fund.example/1' },
  ])
  const pages = await pagesOf(openSource(aSource({ url: `${server.origin}/list.csv` })), quickGet())
  expect(pages).toMatchObject([{ last: true, resume: null, records: [{}] }])
})

test.for([
  ['key,title,funder,url,closes\n', /has columns that we do not know: “closes” \(did you mean closes_on\?\)/],
  ['key,title,funder,url,purple_elephants\n', /“purple_elephants”$/],
  ['key,title,funder\n', /lacks the columns url$/],
  ['key,title,funder,url,key\n', /has the columns key more than once/],
  ['', /lacks the columns key, title, funder and url/],
] as const)('the headings of %j fail the list, and say what is wrong', async ([text, message]) => {
  await expect(readingsOf(text)).rejects.toEqual(
    expect.objectContaining({ code: 'source_unavailable', message: expect.stringMatching(message) }),
  )
})

test.for(['{', '{"opportunities": 1}', '7', '[{"key": "k1", "colour": "red"}]'])(
  'the JSON %s is no list of ours',
  async (text) => {
    await expect(readingsOf(text, { url: 'https://fund.example/list.json' })).rejects.toMatchObject({
      code: 'source_unavailable',
    })
  },
)

test('a key that is there twice counts the first time', async () => {
  const text = 'key,title,funder,url\nk1,One,F,https://fund.example/1\nk1,Two,F,https://fund.example/2'
  expect(await readingsOf(text)).toMatchObject([
    { outcome: 'opportunity', content: { title: 'One' } },
    { outcome: 'bad', key: 'k1', reason: 'The key k1 is in the list twice' },
  ])
})

test('without a day of revision, a row has a new revision only when it changed, and the newest reading wins', async () => {
  const list = (title: string) => `key,title,funder,url\nk1,${title},F,https://fund.example/1`
  const later = '2026-06-02T12:00:00.000Z' as typeof ONE_JUNE
  const [first] = await readingsOf(list('One'))
  const [same] = await readingsOf(list('One'), {}, later)
  const [changed] = await readingsOf(list('Two'), {}, later)
  const revision = (reading?: Reading) => (reading && 'revision' in reading ? reading.revision : null)
  expect(revision(first)).toMatch(/^[0-9a-f]{16}$/)
  expect(revision(same)).toBe(revision(first))
  expect(revision(changed)).not.toBe(revision(first))
  expect(changed).toMatchObject({ releasedAt: later })
})

test('a stated day of revision names the version', async () => {
  expect(await readRow({ revised_on: '20 May 2026' })).toMatchObject({
    revision: '2026-05-20',
    releasedAt: '2026-05-19T23:00:00.000Z',
  })
})

test('every column finds its place', async () => {
  const content = await rowContent({
    description: 'First.\r\n\r\n\r\nSecond.',
    kind: 'in kind',
    funder_id: 'GB-CHC-1000001',
    programme: 'Stronger Places',
    apply_url: 'https://apply.example',
    contact_email: 'Grants@fund.example',
    fund_total: '£1,250,000.50',
    currency: 'eur',
    deadline_note: 'May close early. Contact: Jane Smith',
    forecast: true,
    themes: ['Older people', 'food'],
    beneficiaries: 'carers; Young people',
    income_min: 0,
    income_max: '500000',
    cpv: '85312000-9; 98000000',
    vcse: 'reserved; light touch',
    lots: [{ id: 1, title: 'North', value: 50000 }, { id: 'b' }],
  })
  expect(content).toMatchObject({
    summary: 'First. Second.',
    description: 'First.\n\nSecond.',
    kind: 'in_kind',
    funder: { name: 'The Example Fund', orgId: 'GB-CHC-1000001' },
    programme: 'Stronger Places',
    applyUrl: 'https://apply.example',
    contactEmail: 'grants@fund.example',
    fundTotal: 125_000_050,
    currency: 'EUR',
    forecast: true,
    ended: null,
    themes: ['older_people', 'food'],
    beneficiaries: ['carers', 'young_people'],
    cpv: ['85312000', '98000000'],
    vcseSignals: ['reserved', 'light_touch'],
    lots: [
      { id: '1', title: 'North', value: 5_000_000 },
      { id: 'b', title: null, value: null },
    ],
    rules: { incomeMin: stated(0), incomeMax: stated(50_000_000), areas: UNKNOWN, applicantTypes: UNKNOWN },
  })
  expect(content.deadline).toMatchObject({
    kind: 'unknown',
    note: 'May close early. Contact: [name removed]',
  })
})

test('lots and rounds can be written in a cell', async () => {
  const content = await rowContent({
    lots: '1 | North | £50,000; 2 | South',
    rounds: '2026-06-01..2026-09-01 12:00; 3 January 2026..01/03/2026; ..2026-12-01',
  })
  expect(content.lots).toEqual([
    { id: '1', title: 'North', value: 5_000_000 },
    { id: '2', title: 'South', value: null },
  ])
  expect(content.deadline).toMatchObject({
    kind: 'fixed',
    rounds: [
      { opensOn: '2026-01-03', closesOn: '2026-03-01', closesTime: null },
      { opensOn: '2026-06-01', closesOn: '2026-09-01', closesTime: '12:00' },
      { opensOn: null, closesOn: '2026-12-01', closesTime: null },
    ],
  })
})

test('rounds in JSON are objects', async () => {
  const rounds = [{ opens_on: '2026-01-01', closes_on: '2026-03-01', closes_time: '9:30' }]
  expect((await rowContent({ rounds })).deadline.rounds).toEqual([
    { opensOn: '2026-01-01', closesOn: '2026-03-01', closesTime: '09:30' },
  ])
})

test.for([
  [{ deadline: 'rolling' }, 'rolling', 0],
  [{ deadline: 'until spent' }, 'until_spent', 0],
  [{ deadline: 'until_spent', closes_on: '2026-12-01' }, 'until_spent', 1],
  [{ closes_on: '2026-12-01' }, 'fixed', 1],
  [{ opens_on: '2026-12-01' }, 'unknown', 1],
  [{}, 'unknown', 0],
] as const)('the deadline of %j is %s', async ([cells, kind, rounds]) => {
  const { deadline } = await rowContent(cells)
  expect([deadline.kind, deadline.rounds.length]).toEqual([kind, rounds])
})

test('a row that has ended stays in the list as what it was', async () => {
  expect(await rowContent({ ended: 'closed early' })).toMatchObject({ ended: 'closed_early' })
})

test('the address of a person is left out', async () => {
  expect((await rowContent({ contact_email: 'jane.smith@fund.example' })).contactEmail).toBeNull()
})

test.for([
  [{ key: '' }, 'The column key is missing'],
  [{ title: ' ' }, 'The column title is missing'],
  [{ title: ['x'] }, 'The column title must be a text'],
  [{ url: 'fund.example' }, 'The column url is not an address like https://fund.example/apply: fund.example'],
  [{ url: 'javascript:alert(1)' }, 'The column url is not an address'],
  [{ award_max: '10k' }, 'The column award_max is not an amount in pounds like 10000 or £10,000: 10k'],
  [{ award_min: '-5' }, 'The column award_min is not an amount'],
  [{ award_min: 20, award_max: 10 }, 'The column award_min is more than award_max'],
  [{ income_min: 20, income_max: 10 }, 'The column income_min is more than income_max'],
  [
    { closes_on: '31/02/2026' },
    'The column closes_on is not a date like 2026-06-03 or 3 June 2026: 31/02/2026',
  ],
  [{ closes_on: '2026-06-01', closes_time: 'noon' }, 'The column closes_time is not a time like 12:00'],
  [{ closes_time: '12:00' }, 'The column closes_time is given without closes_on'],
  [
    { opens_on: '2026-06-02', closes_on: '2026-06-01' },
    'The column closes_on is before the day on which it opens',
  ],
  [{ rounds: '2026-06-01', closes_on: '2026-06-01' }, 'The column rounds is given together with'],
  [{ rounds: '2026-06-01..' }, 'The column rounds has one without a closing day'],
  [{ rounds: [{ closes: 1 }] }, 'The column rounds must be objects'],
  [{ deadline: 'fixed' }, 'The column deadline is fixed, but no closing date is given'],
  [
    { deadline: 'rolling', closes_on: '2026-06-01' },
    'The column deadline is rolling, but a closing date is given',
  ],
  [{ deadline: 'soon' }, 'The column deadline must be fixed, rolling, until_spent, unknown: soon'],
  [{ forecast: 'perhaps' }, 'The column forecast is not yes or no: perhaps'],
  [{ themes: 'helth' }, 'helth (did you mean health?)'],
  [{ areas: 'Bristol; Atlantis' }, 'The column areas has an area that we do not know: Atlantis'],
  [
    { areas: 'Suth Glos' },
    'The column areas has an area that we do not know: Suth Glos. Did you mean South Gloucestershire?',
  ],
  [{ applicant_types: 'pirates' }, 'The column applicant_types has a kind that we do not know: pirates'],
  [{ cpv: '853' }, 'The column cpv is not a code of eight digits: 853'],
  [{ lots: '1 | a | b | c' }, 'The column lots must be like'],
  [{ lots: '1 | North | lots' }, 'The column lots is not an amount'],
  [{ lots: [{}] }, 'The column lots must be objects'],
  [{ contact_email: 'me' }, 'The column contact_email is not an e-mail address'],
  [{ funder_id: '1234567' }, 'The column funder_id is not an id like GB-CHC-1234567'],
  [{ currency: 'pounds' }, 'The column currency is not a code like GBP'],
  [{ ended: 'gone' }, 'The column ended must be awarded'],
  [{ revised_on: 'today' }, 'The column revised_on is not a date'],
] as const)('the row with %j is bad, and says why', async ([cells, reason]) => {
  const reading = await readRow(cells)
  expect(reading).toMatchObject({ outcome: 'bad', reason: expect.stringContaining(reason) })
})

test('a record that is no row of ours is bad, not fatal', () => {
  const reader = openSource(aSource())
  for (const record of [null, 1, {}, { row: null, fault: null, readAt: ONE_JUNE }]) {
    expect(reader.read(record)).toMatchObject({ outcome: 'bad', key: null })
  }
})

test('the format is that of the ending, unless stated', async () => {
  const json = '[{"key":"k1","title":"K","funder":"F","url":"https://fund.example/1"}]'
  const stated = { url: 'https://fund.example/export', settings: { format: 'json' } }
  expect(await readingsOf(json, stated)).toMatchObject([{ key: 'k1' }])
  expect(() => openSource(aSource({ url: 'https://fund.example/export' }))).toThrow('settings.format')
  expect(() => openSource(aSource({ settings: { format: 'xlsx' } }))).toThrow('settings.format')
  expect(() => openSource(aSource({ url: 'list.csv' }))).toThrow('must begin with https:// or file:')
  expect(openSource(aSource({ url: 'file:data/list.csv' })).read).toBeTypeOf('function')
})

test('a connector that we do not have is refused with the names of those that we have', () => {
  expect(() => openSource(aSource({ connector: 'rss' }))).toThrow(
    expect.objectContaining({
      code: 'invalid',
      message: expect.stringMatching(
        /^The source example-fund has the connector “rss”\. We have ocds, .+ file, .+ and 360giving-api$/,
      ),
    }),
  )
})

test('the same bad row at every harvest is one text, so that quarantine keeps it once', async () => {
  await using server = await startReplayServer([
    { body: 'key,title,funder,url\nk1,,F,https://fund.example/1' },
  ])
  const reader = openSource(aSource({ url: `${server.origin}/list.csv` }))
  const [first] = await pagesOf(reader, quickGet())
  const [later] = await pagesOf(reader, quickGet(), { now: '2026-06-02T12:00:00.000Z' as Instant })
  expect(later?.records[0]?.text).toBe(first?.records[0]?.text)
  // A row that comes back from quarantine never overrules what was read since.
  expect(reader.read(JSON.parse(first?.records[0]?.text ?? ''))).toMatchObject({
    releasedAt: '1970-01-01T00:00:00.000Z',
  })
})

test('a number that JSON does not allow costs its row, is kept as it was written, and stays bad', async () => {
  const rows =
    '[{"key":"k1","title":"A","funder":"F","url":"https://f.example/1","award_max":1e999},{"key":"k2","title":"B","funder":"F","url":"https://f.example/2","award_max":1,000}]'
  await using server = await startReplayServer([{ body: rows }])
  const reader = openSource(aSource({ url: `${server.origin}/list.json` }))
  const [page] = await pagesOf(reader, quickGet())
  for (const [at, written] of ['1e999', '1,000'].entries()) {
    const { value, text = '' } = page?.records[at] ?? {}
    expect(reader.read(value)).toMatchObject({ outcome: 'bad', reason: expect.stringContaining(written) })
    expect(reader.read(JSON.parse(text))).toMatchObject({
      outcome: 'bad',
      reason: expect.stringContaining(written),
    })
  }
})

test('midnight is the end of the day before', () => {
  const row = {
    key: 'k',
    title: 'K',
    funder: 'F',
    url: 'https://fund.example/1',
    closes_on: '2026-12-20',
    closes_time: '00:00',
  }
  const reading = openSource(aSource()).read({ row, fault: null, readAt: ONE_JUNE })
  expect(contentOf(reading).deadline.rounds).toEqual([
    { opensOn: null, closesOn: '2026-12-19', closesTime: '23:59' },
  ])
})

test('a year that nobody means is not let into the catalogue', () => {
  const row = { key: 'k', title: 'K', funder: 'F', url: 'https://fund.example/1', closes_on: '9999-12-31' }
  const { content } = openSource(aSource()).read({ row, fault: null, readAt: ONE_JUNE }) as {
    content: unknown
  }
  expect(OpportunityContent.safeParse(content).error?.issues[0]?.message).toBe('is not between 1990 and 2099')
})
