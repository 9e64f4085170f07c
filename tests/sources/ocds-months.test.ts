import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import type { SourceEntry } from '../../src/domain/source.ts'
import { openSource } from '../../src/sources/index.ts'
import { parseRegistry } from '../../src/sources/registry.ts'
import { aPackage, aRelease, type Json } from '../fixtures/ocds/releases.ts'
import { startReplayServer } from '../support/replay-server.ts'
import { contentOf, pagesOf, quickGet } from '../support/sources.ts'

const REGISTRY = parseRegistry(readFileSync('data/sources.json', 'utf8'), 'data/sources.json')

/** A source exactly as the registry has it, but at a server of ours. */
function entryAt(id: string, origin: string, settings: Json = {}): SourceEntry {
  const entry = REGISTRY.sources.find((it) => it.id === id)
  if (!entry) throw new Error(`The registry has no ${id}`)
  return {
    ...entry,
    url: `${origin}${new URL(entry.url).pathname}`,
    settings: { ...entry.settings, paceMs: 0, ...settings },
  }
}

/** A release as the portals of Scotland and Wales write it: no id, and `Z` on London times; invented. */
const aPortalRelease = (over: Json = {}, tender: Json = {}): Json =>
  aRelease(
    {
      ocid: 'ocds-test03-0000000001',
      id: undefined,
      date: '2026-05-20T00:00:00Z',
      links: [{ rel: 'canonical', href: '/v1?lang=cy/Notice?id=ocds-test03-0000000001' }],
      ...over,
    },
    {
      tenderPeriod: { endDate: '2026-06-24T12:00:00Z' },
      items: [{ id: '1', deliveryAddresses: [{ region: 'UKM82' }], relatedLot: '1' }],
      documents: [
        {
          id: 'MAY000001',
          documentType: 'contractNotice',
          url: 'https://portal.example/search_view.aspx?ID=MAY000001',
          format: 'text/html',
        },
        { id: 'economic', documentType: 'economicSelectionCriteria' },
      ],
      ...tender,
    },
  )

test('Public Contracts Scotland is asked for one month after the other, from the registry alone', async () => {
  await using server = await startReplayServer([{ body: aPackage([]) }])
  const reader = openSource(entryAt('public-contracts-scotland', server.origin))
  const pages = await pagesOf(reader, quickGet())
  expect(server.requests.map(({ url }) => url)).toEqual([
    '/v1/Notices?outputType=0&noticeType=101&dateFrom=04-2026',
    '/v1/Notices?outputType=0&noticeType=101&dateFrom=05-2026',
    '/v1/Notices?outputType=0&noticeType=101&dateFrom=06-2026',
  ])
  expect(pages.map(({ last }) => last)).toEqual([false, false, true])
})

test('Sell2Wales is asked in English, and its month is the one that London has', async () => {
  await using server = await startReplayServer([{ body: aPackage([]) }])
  const reader = openSource(entryAt('sell2wales', server.origin, { lookbackDays: 0.01 }))
  // Half past midnight on 1 July in London is still June in UTC.
  await pagesOf(reader, quickGet(), { now: '2026-06-30T23:30:00.000Z' as Instant })
  expect(server.requests.map(({ url }) => url)).toEqual([
    '/v1/Notices?outputType=0&noticeType=51&lang=en&dateFrom=07-2026',
  ])
})

test('the next harvest reads the month of the last one again, and the one before at its beginning', async () => {
  await using server = await startReplayServer([{ body: aPackage([]) }])
  const reader = openSource(entryAt('public-contracts-scotland', server.origin, { lookbackDays: 1 }))
  const first = await pagesOf(reader, quickGet())
  const from = first.at(-1)?.resume
  await pagesOf(reader, quickGet(), { from, now: '2026-06-03T12:00:00.000Z' as Instant })
  const months = server.requests.map(({ url }) => url.slice(-7))
  expect(months).toEqual(['05-2026', '06-2026', '05-2026', '06-2026'])
})

test('a harvest that stops between months goes on with the next month', async () => {
  await using server = await startReplayServer([{ body: aPackage([]) }])
  const reader = openSource(entryAt('public-contracts-scotland', server.origin, { overlapMinutes: 0 }))
  const [first] = await pagesOf(reader, quickGet(), { most: 1 })
  await pagesOf(reader, quickGet(), { from: first?.resume })
  expect(server.requests.map(({ url }) => url.slice(-7))).toEqual(['04-2026', '05-2026', '06-2026'])
})

test.for([
  ['an empty object', '{}', true],
  ['a package without the list', '{"uri": "https://portal.example", "links": []}', true],
  ['a list', '[]', false],
  ['a fault', '{"error": "The service is not available"}', false],
  ['a page for people', '<html>Maintenance</html>', false],
] as const)('a month that answers with %s %s', async ([, body, isEmpty]) => {
  await using server = await startReplayServer([{ body }])
  const reader = openSource(entryAt('sell2wales', server.origin, { lookbackDays: 0.01 }))
  const read = pagesOf(reader, quickGet())
  if (isEmpty) expect(await read).toMatchObject([{ records: [], last: true }])
  else await expect(read).rejects.toMatchObject({ code: 'source_unavailable' })
})

test('an answer without releases is a fault where the registry does not allow it', async () => {
  await using server = await startReplayServer([{ body: '{}' }])
  const entry = entryAt('sell2wales', server.origin, { lookbackDays: 0.01, mayLackReleases: false })
  await expect(pagesOf(openSource(entry), quickGet())).rejects.toMatchObject({
    message: expect.stringContaining('not a list of notices'),
  })
})

test('a release without an id has the day of its release for a revision, and a page of its own', () => {
  const reader = openSource(entryAt('public-contracts-scotland', 'https://portal.example'))
  const reading = reader.read(aPortalRelease())
  expect(reading).toMatchObject({
    outcome: 'opportunity',
    key: 'ocds-test03-0000000001',
    revision: '2026-05-19T23:00:00.000Z',
  })
  expect(contentOf(reading).url).toBe('https://portal.example/search_view.aspx?ID=MAY000001')
})

test.for([
  ['in summer', '2026-06-24T12:00:00Z', '2026-06-24', '12:00'],
  ['in winter', '2026-12-02T17:30:00Z', '2026-12-02', '17:30'],
  ['in the hour that spring skips', '2027-03-28T01:30:00Z', '2027-03-28', '01:30'],
  ['in the hour that autumn repeats', '2026-10-25T01:30:00Z', '2026-10-25', '01:30'],
  ['at the end of a day', '2026-06-24T23:59:59Z', '2026-06-24', null],
] as const)('a closing time with Z %s is the time in London', ([, endDate, closesOn, closesTime]) => {
  const reader = openSource(entryAt('sell2wales', 'https://portal.example'))
  const { deadline } = contentOf(reader.read(aPortalRelease({}, { tenderPeriod: { endDate } })))
  expect(deadline.rounds).toEqual([{ opensOn: null, closesOn, closesTime }])
})

test('a month parameter that is empty, and an overlap of a month, are refused with their reasons', () => {
  const open = (settings: Json) => () => openSource(entryAt('sell2wales', 'https://portal.example', settings))
  expect(open({ monthParam: '' })).toThrow(/settings\.monthParam/)
  expect(open({ overlapMinutes: 28 * 24 * 60 })).toThrow(/28 days/)
})
