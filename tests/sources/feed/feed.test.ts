import { expect, test } from 'vitest'
import type { Instant } from '../../../src/base/date.ts'
import { stated } from '../../../src/domain/fact.ts'
import type { SourceEntry } from '../../../src/domain/source.ts'
import { openSource } from '../../../src/sources/index.ts'
import { ATOM, anItem, anRss } from '../../fixtures/feed/feeds.ts'
import { aSource, SOUTH_GLOUCESTERSHIRE } from '../../support/builders.ts'
import { type ReplayServer, type Scripted, startReplayServer } from '../../support/replay-server.ts'
import { contentOf, ONE_JUNE, pagesOf, quickGet } from '../../support/sources.ts'

type Json = Readonly<Record<string, unknown>>
const SETTINGS = { funder: { name: 'The Example Fund' }, paceMs: 0 }

const aFeed = (settings: Json = {}, over: Partial<SourceEntry> = {}): SourceEntry =>
  aSource({
    connector: 'feed',
    url: 'https://fund.example/feed/',
    settings: { ...SETTINGS, ...settings },
    ...over,
  })

/** The requests for the feed itself. */
const askedFor = ({ requests }: ReplayServer) => requests.filter(({ url }) => url === '/feed')

/** What is made of a feed with this text. */
async function readingsOf(text: string, entry = aFeed()) {
  const reader = openSource(entry)
  const [page] = await pagesOf(reader, async () => text)
  return (page?.records ?? []).map(({ value }) => reader.read(value))
}

test('an item is an opportunity, with what the entry says of them all', async () => {
  const text = anRss(anItem(1, { description: 'For kitchens. Ask Jane Smith, jane.smith@fund.example.' }))
  const entry = aFeed({
    funder: { name: 'The Example Fund', orgId: 'GB-CHC-1' },
    kind: 'loan',
    areas: ['South Gloucestershire'],
    themes: ['food'],
  })
  const [reading] = await readingsOf(text, entry)
  expect(reading).toMatchObject({
    outcome: 'opportunity',
    key: 'https://fund.example/?p=1',
    releasedAt: ONE_JUNE,
  })
  if (reading === undefined) throw new Error('There is no reading')
  const content = contentOf(reading)
  expect(content).toMatchObject({
    title: 'Call 1',
    url: 'https://fund.example/calls/1/',
    kind: 'loan',
    funder: { name: 'The Example Fund', orgId: 'GB-CHC-1' },
    themes: ['food'],
  })
  expect(content.rules.areas).toEqual(stated([SOUTH_GLOUCESTERSHIRE]))
  expect(content.summary).toContain('For kitchens.')
  expect(content.description).not.toContain('jane.smith')
})

test('the day of publication is never a deadline', async () => {
  for (const text of [anRss(anItem(1)), ATOM]) {
    const [reading] = await readingsOf(text)
    expect(reading).toMatchObject({ content: { deadline: { kind: 'unknown', rounds: [] } } })
  }
})

test('words are kept only where the licence lets anybody copy them', async () => {
  for (const licence of ['OGL-UK-3.0', 'CC-BY-4.0', 'CC0-1.0']) {
    const [reading] = await readingsOf(anRss(anItem(1)), aFeed({}, { licence }))
    expect(reading).toMatchObject({ content: { description: 'For work of kind 1.' } })
  }
  for (const licence of ['Not known', 'CC-BY-ND-4.0', 'CC-BY-NC-4.0']) {
    const [reading] = await readingsOf(anRss(anItem(1)), aFeed({}, { licence }))
    expect(reading).toMatchObject({ content: { title: 'Call 1', summary: 'Call 1', description: 'Call 1' } })
  }
})

test('without an id of its own an item is known by its page, whatever was added to the link', async () => {
  const plain = anRss(anItem(1, { guid: '', link: 'https://fund.example/calls/1/?p=2' }))
  const tracked = anRss(
    anItem(1, { guid: '', link: 'https://fund.example/calls/1/?utm_source=x&amp;p=2#top' }),
  )
  const keys = [(await readingsOf(plain))[0], (await readingsOf(tracked))[0]].map(
    (it) => it && 'key' in it && it.key,
  )
  expect(keys).toEqual(Array(2).fill('https://fund.example/calls/1/?p=2'))
  expect(await readingsOf(ATOM)).toMatchObject([
    { key: 'urn:call:1', content: { url: 'https://fund.example/calls/1' } },
  ])
})

test.for([
  ['no link', anItem(1, { link: '' }), 'The item has no link'],
  ['a link of another kind', anItem(1, { link: 'mailto:a@b.example' }), /no address of the web/],
  ['no title', anItem(1, { title: '' }), 'The item has no title'],
] as const)('an item with %s is bad, and the others count', async ([, item, reason]) => {
  const readings = await readingsOf(anRss(item, anItem(2)))
  expect(readings).toMatchObject([
    { outcome: 'bad', key: 'https://fund.example/?p=1', reason: expect.stringMatching(reason) },
    { outcome: 'opportunity' },
  ])
})

test('a bad item is the same record at every harvest, without persons', async () => {
  const reader = openSource(aFeed())
  const text = anRss(anItem(1, { link: '', description: 'Ask jane.smith@fund.example' }))
  const texts = []
  for (const now of [ONE_JUNE, '2026-06-02T12:00:00.000Z' as Instant]) {
    const [page] = await pagesOf(reader, async () => text, { now })
    texts.push(page?.records[0]?.text)
  }
  expect(texts[0]).toBe(texts[1])
  expect(texts[0]).not.toContain('jane.smith')
  // And comes back from quarantine as the item that it was.
  expect(reader.read(JSON.parse(texts[0] ?? ''))).toMatchObject({
    outcome: 'bad',
    reason: 'The item has no link',
  })
})

test.for([
  [{ include: { title: ['call 1', 'call 3'] } }, [1, 3]],
  [{ exclude: { title: ['CALL 2'] } }, [1, 3]],
  [{ include: { category: ['grants'] } }, [1, 2]],
  [
    { include: { category: ['grants'], title: ['call 3'] }, exclude: { category: ['closed grants'] } },
    [1, 3],
  ],
  [{ include: { title: ['all'] } }, []],
] as const)('of three items the settings %j leave %j', async ([settings, left]) => {
  const text = anRss(
    anItem(1, { more: '<category>Grants</category>' }),
    anItem(2, { more: '<category>Grants</category><category>Closed grants</category>' }),
    anItem(3, { more: '<category>News</category>' }),
  )
  const readings = await readingsOf(text, aFeed(settings))
  expect(readings.flatMap((it, at) => (it.outcome === 'opportunity' ? [at + 1] : []))).toEqual(left)
  expect(readings.filter(({ outcome }) => outcome === 'skipped')).toHaveLength(3 - left.length)
})

test('of two items with one key the first counts, or the one that was changed last', async () => {
  expect(await readingsOf(anRss(anItem(1), anItem(1, { title: 'Older' })))).toMatchObject([
    { outcome: 'opportunity', content: { title: 'Call 1' } },
    { outcome: 'skipped', reason: 'The feed has it twice' },
  ])
  const entry = (day: string, title: string) =>
    `<entry><id>urn:1</id><title>${title}</title><link href="/1"/><updated>2026-06-0${day}T00:00:00Z</updated></entry>`
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>i</id>${entry('1', 'Old')}${entry('2', 'New')}</feed>`
  expect(await readingsOf(atom)).toMatchObject([{ outcome: 'skipped' }, { content: { title: 'New' } }])
})

test('a feed that has not changed is not sent again, and its items count as checked', async () => {
  await using server = await startReplayServer([
    { match: '/feed', times: 1, headers: { ETag: '"one"' }, body: anRss(anItem(1), anItem(2)) },
    { match: '/feed', status: 304 },
  ])
  const reader = openSource(aFeed({}, { url: `${server.origin}/feed` }))
  const [first] = await pagesOf(reader, quickGet())
  const [second] = await pagesOf(reader, quickGet(), { from: first?.resume })
  expect(askedFor(server).map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"'])
  expect(second?.records.map(({ value }) => reader.read(value))).toEqual([
    { outcome: 'unchanged', key: 'https://fund.example/?p=1' },
    { outcome: 'unchanged', key: 'https://fund.example/?p=2' },
  ])
  expect(second).toMatchObject({ resume: first?.resume, last: true })
})

test('a feed that has not changed is sent again once its entry says something else', async () => {
  await using server = await startReplayServer([
    { match: '/feed', headers: { ETag: '"one"' }, body: anRss(anItem(1)) },
  ])
  const at = (over: Partial<SourceEntry>) => openSource(aFeed({}, { url: `${server.origin}/feed`, ...over }))
  const [first] = await pagesOf(at({ licence: 'Not known' }), quickGet())
  const reader = at({ licence: 'CC0-1.0' })
  const [second] = await pagesOf(reader, quickGet(), { from: first?.resume })
  expect(askedFor(server).map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined])
  expect(second?.records.map(({ value }) => reader.read(value))).toMatchObject([
    { content: { description: 'For work of kind 1.' } },
  ])
})

test('a feed that loses all its items is at fault, unless the settings allow it', async () => {
  const [full] = await pagesOf(openSource(aFeed()), async () => anRss(anItem(1), anItem(2)))
  const empty = async () => anRss()
  await expect(pagesOf(openSource(aFeed()), empty, { from: full?.resume })).rejects.toThrow(
    'The Example Fund sent a feed without items, where there were 2',
  )
  for (const [settings, from, listed] of [
    [{ mayBeEmpty: true }, full?.resume, undefined],
    [{}, null, 0],
  ] as const) {
    const [page] = await pagesOf(openSource(aFeed(settings)), empty, { from })
    expect(page).toMatchObject({ records: [], last: true })
    expect(page?.listed).toBe(listed)
  }
})

test('what is remembered in another form is forgotten', async () => {
  const pages = await pagesOf(openSource(aFeed()), async () => anRss(anItem(1)), { from: { cursor: 7 } })
  expect(pages[0]?.records).toHaveLength(1)
})

const FAULTS: readonly (readonly [string, Scripted, RegExp])[] = [
  ['a time-out', { hang: 'before' }, /did not answer in 1 seconds/],
  ['an answer that breaks off', { body: anRss(anItem(1)), truncate: true }, /could not be reached/],
  ['403', { status: 403 }, /answered 403$/],
  ['404', { status: 404 }, /answered 404$/],
  ['429 without Retry-After', { status: 429 }, /answered 429, 4 times/],
  ['429 with a short Retry-After', { status: 429, headers: { 'Retry-After': '5' } }, /answered 429, 4 times/],
  [
    '429 with a long Retry-After',
    { status: 429, headers: { 'Retry-After': '600' } },
    /asks for no more requests until/,
  ],
  ['500', { status: 500 }, /answered 500, 4 times/],
  [
    '503 with a long Retry-After',
    { status: 503, headers: { 'Retry-After': '600' } },
    /asks for no more requests until/,
  ],
  ['half a feed', { body: anRss(anItem(1)).slice(0, -16) }, /sent a feed that breaks off/],
  [
    'a page for people',
    { body: '<!DOCTYPE html><html><p>Sorry</p></html>' },
    /sent something that is not a feed/,
  ],
  ['an empty page', { body: '' }, /sent something that is not a feed/],
]

test.for(FAULTS)('%s ends the harvest with its reason, and nothing is read', async ([, fault, message]) => {
  await using server = await startReplayServer([{ match: '/feed', ...fault }])
  const reader = openSource(aFeed({}, { url: `${server.origin}/feed` }))
  await expect(pagesOf(reader, quickGet())).rejects.toThrow(message)
})

test.for([
  [{}, /settings\.funder/],
  [{ funder: { name: '' } }, /settings\.funder\.name/],
  [{ ...SETTINGS, areas: ['Atlantis'] }, /settings\.areas\.0: Atlantis is not an area we know/],
  [{ ...SETTINGS, include: { body: [] } }, /settings\.include: .*body/],
  [{ ...SETTINGS, colour: 'red' }, /colour/],
] as const)('the settings %j are refused by name', ([settings, message]) => {
  expect(() => openSource(aFeed({}, { settings }))).toThrow(
    expect.objectContaining({ code: 'invalid', message: expect.stringMatching(message) }),
  )
})

test('an address that is not of the web is refused', () => {
  expect(() => openSource(aFeed({}, { url: 'file:feed.xml' }))).toThrow('must begin with https://')
})
