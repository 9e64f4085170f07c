import { describe, expect, test } from 'vitest'
import { harvestSource } from '../../src/actions/opportunities/harvest-source.ts'
import type { Database } from '../../src/db/database.ts'
import type { SourceEntry } from '../../src/domain/source.ts'
import type { Runtime } from '../../src/runtime.ts'
import { anItem, anRss } from '../fixtures/feed/feeds.ts'
import { aFundPage, aSitemap, FIELDS, ORIGIN } from '../fixtures/pages/site.ts'
import { aSource } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { type Scripted, startReplayServer } from '../support/replay-server.ts'
import { aRuntime } from '../support/runtime.ts'

const FUNDER = { name: 'Foundation' }

const sitemapSource = (): SourceEntry =>
  aSource({
    id: 'foundation',
    name: 'Foundation',
    connector: 'pages',
    url: `${ORIGIN}/sitemap.xml`,
    settings: {
      discovery: 'sitemap',
      listsEverything: true,
      funder: FUNDER,
      fields: FIELDS,
      paceMs: 0,
    },
  })

const sitemapOf = (paths: readonly string[]) =>
  aSitemap(Object.fromEntries(paths.map((path) => [path, '2026-05-01'])))

/** A server with these pages beside a sitemap of them; what comes first in the script wins. */
function startSite(paths: readonly string[], ...first: readonly Scripted[]) {
  return startReplayServer([
    ...first,
    { match: 'robots.txt', status: 404 },
    { match: 'sitemap.xml', body: sitemapOf(paths) },
    ...paths.map((path) => ({ match: path, body: aFundPage({ title: path }) })),
  ])
}

/** A runtime that finds the foundation at a server of ours, and of which the clock goes on as it is told. */
function aClockedRuntime(db: Database, { origin }: { readonly origin: string }) {
  let now = new Date('2026-06-01T12:00:00Z')
  const near: typeof fetch = (url, init) => fetch(String(url).replace(ORIGIN, origin), init)
  const runtime = aRuntime({ db, fetch: near, now: () => now, newId: () => crypto.randomUUID() })
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000)
  }
  return { runtime, later }
}

async function stored(db: Database) {
  const rows = await db.query
    .selectFrom('opportunities')
    .select(['title', 'content', 'version', 'last_checked_at'])
    .orderBy('title')
    .execute()
  return rows.map(({ title, content, version, last_checked_at }) => ({
    title,
    version,
    checkedAt: last_checked_at,
    ended: (JSON.parse(content) as { ended: string | null }).ended,
  }))
}

const FUNDS = ['/fund/1/', '/fund/2/', '/fund/3/']

describe.for(databases)('pages harvested into %s', ([, open]) => {
  test('are stored, and when nothing has changed they are checked with one request', async () => {
    await using server = await startSite(
      FUNDS,
      {
        match: 'sitemap.xml',
        times: 1,
        headers: { ETag: '"one"' },
        body: sitemapOf(FUNDS),
      },
      { match: 'sitemap.xml', status: 304, times: 1 },
    )
    const db = await open()
    const { runtime, later } = aClockedRuntime(db, server)
    const first = await harvestSource(runtime, sitemapSource())
    expect(first).toMatchObject({ finished: true, error: null, counts: { new: 3, quarantined: 0 } })
    later(24)
    const asked = server.requests.length
    const second = await harvestSource(runtime, sitemapSource())
    expect(second).toMatchObject({
      finished: true,
      error: null,
      counts: { seen: 3, unchanged: 3, changed: 0 },
    })
    expect(server.requests.slice(asked).map(({ url }) => url)).toEqual(['/robots.txt', '/sitemap.xml'])
    expect(server.requests.at(-1)?.headers['if-none-match']).toBe('"one"')
    expect((await stored(db)).map(({ checkedAt }) => checkedAt)).toEqual(
      Array(3).fill('2026-06-02T12:00:00.000Z'),
    )
  })

  test('are withdrawn when they leave the sitemap, and open again when they are back', async () => {
    const without = aSitemap({ '/fund/2/': '2026-05-01', '/fund/3/': '2026-05-01' })
    const full = sitemapOf(FUNDS)
    await using server = await startSite(
      FUNDS,
      { match: 'sitemap.xml', times: 1, body: full },
      { match: 'sitemap.xml', times: 2, body: without },
    )
    const db = await open()
    const { runtime, later } = aClockedRuntime(db, server)
    const counts = []
    const states = []
    for (let day = 0; day < 4; day += 1) {
      counts.push((await harvestSource(runtime, sitemapSource())).counts)
      states.push((await stored(db))[0])
      later(24)
    }
    expect(counts).toMatchObject([
      { new: 3 },
      { withdrawn: 1, unchanged: 2 },
      { withdrawn: 0, unchanged: 2 },
      { changed: 1, unchanged: 2 },
    ])
    expect(states.map((it) => it?.ended)).toEqual([null, 'withdrawn', 'withdrawn', null])
  })

  test('that a budget or a crash leaves unread are read by the next run, and none twice', async () => {
    const many = Array.from({ length: 25 }, (_, n) => `/fund/${String(n).padStart(2, '0')}/`)
    await using server = await startSite(many)
    const db = await open()
    const { runtime } = aClockedRuntime(db, server)
    const runs = []
    for (let run = 0; run < 4; run += 1) {
      runs.push(await harvestSource(runtime, sitemapSource(), { ms: 60_000, statements: 1 }))
    }
    expect(runs.map(({ finished }) => finished)).toEqual([false, false, false, true])
    expect(await stored(db)).toHaveLength(25)
    const fetched = server.requests.map(({ url }) => url).filter((url) => url.startsWith('/fund/'))
    expect(fetched).toEqual(many)
    expect(server.requests.filter(({ url }) => url === '/sitemap.xml')).toHaveLength(1)
  })

  test('of a feed stay when they leave it, and one that loses its link is kept aside', async () => {
    const after = anRss(anItem(2, { title: 'Call 2, changed' }), anItem(3, { link: '' }))
    await using server = await startReplayServer([
      { match: '/feed/', times: 1, body: anRss(anItem(1), anItem(2)) },
      { match: '/feed/', body: after },
    ])
    const entry = aSource({
      connector: 'feed',
      url: `${ORIGIN}/feed/`,
      settings: { funder: FUNDER, paceMs: 0 },
    })
    const db = await open()
    const { runtime, later } = aClockedRuntime(db, server)
    expect((await harvestSource(runtime, entry)).counts).toMatchObject({ new: 2 })
    later(24)
    expect((await harvestSource(runtime, entry)).counts).toMatchObject({
      changed: 1,
      quarantined: 1,
      withdrawn: 0,
    })
    expect(await stored(db)).toMatchObject([
      { title: 'Call 1', ended: null },
      { title: 'Call 2, changed', version: 2, ended: null },
    ])
  })
})

describe('a fault of the site', () => {
  const [, openSqlite] = databases[0] ?? []

  const LISTING_FAULTS: readonly (readonly [string, Scripted, RegExp])[] = [
    ['breaks off', { body: aSitemap({ '/fund/1/': null }), truncate: true }, /could not be reached/],
    ['answers 403', { status: 403 }, /answered 403/],
    ['answers 404', { status: 404 }, /answered 404/],
    ['answers 429', { status: 429 }, /answered 429, 4 times/],
    [
      'answers 429 and asks for ten minutes',
      { status: 429, headers: { 'Retry-After': '600' } },
      /asks for no more requests until/,
    ],
    ['answers 500', { status: 500 }, /answered 500, 4 times/],
    [
      'answers 503 and asks for a moment',
      { status: 503, headers: { 'Retry-After': '5' } },
      /answered 503, 4 times/,
    ],
    ['is half XML', { body: aSitemap({ '/fund/1/': null }).slice(0, -30) }, /breaks off/],
    ['is a page for people', { body: '<html><body>Back soon</body></html>' }, /is not a sitemap/],
    ['is empty', { body: '' }, /is not a sitemap/],
    ['lists nothing', { body: aSitemap({}) }, /lists 0 pages where it listed 3/],
  ]

  test.for(LISTING_FAULTS)(
    'whose sitemap %s withdraws nothing, and the next run carries on',
    async ([, fault, reason]) => {
      await using server = await startSite(
        FUNDS,
        {
          match: 'sitemap.xml',
          times: 1,
          body: sitemapOf(FUNDS),
        },
        { match: 'sitemap.xml', times: /4 times|be reached/.test(reason.source) ? 4 : 1, ...fault },
      )
      const db = (await openSqlite?.()) as Database
      const { runtime, later } = aClockedRuntime(db, server)
      await harvestSource(runtime, sitemapSource())
      later(24)
      const failed = await harvestSource(runtime, sitemapSource())
      expect(failed).toMatchObject({
        finished: false,
        counts: { seen: 0 },
        error: expect.stringMatching(reason),
      })
      expect((await stored(db)).map(({ ended }) => ended)).toEqual([null, null, null])
      later(24)
      expect(await harvestSource(runtime, sitemapSource())).toMatchObject({
        finished: true,
        error: null,
        counts: { new: 0, changed: 0, withdrawn: 0, unchanged: 3 },
      })
    },
  )

  test.for([
    ['hangs', { hang: 'within', body: 'x'.repeat(100) }],
    ['breaks off', { body: aFundPage(), truncate: true }],
    ['answers 500', { status: 500 }],
    ['answers 403', { status: 403 }],
    ['lacks its end', { body: aFundPage().replace(/<\/main>[\s\S]*/, '') }],
  ] as const)(
    'of which one page %s is kept aside, and settled when the page can be read',
    async ([name, fault]) => {
      await using server = await startSite(FUNDS, {
        match: '/fund/2/',
        times: /hangs|off|500/.test(name) ? 4 : 1,
        ...fault,
      })
      const db = (await openSqlite?.()) as Database
      const { runtime, later } = aClockedRuntime(db, server)
      const quick: Runtime['fetch'] = (url, init, reach) =>
        runtime.fetch(url, { ...init, signal: AbortSignal.timeout(200) }, reach)
      const impatient = { ...runtime, fetch: name === 'hangs' ? quick : runtime.fetch }
      const first = await harvestSource(impatient, sitemapSource())
      expect(first).toMatchObject({ finished: true, error: null, counts: { new: 2, quarantined: 1 } })
      later(24)
      const second = await harvestSource(runtime, sitemapSource())
      expect(second).toMatchObject({ finished: true, counts: { new: 1, unchanged: 2, quarantined: 0 } })
      const waiting = await db.query
        .selectFrom('quarantine')
        .select('id')
        .where('settled_at', 'is', null)
        .execute()
      expect(waiting).toEqual([])
    },
  )

  test('that asks for silence in the middle loses nothing and doubles nothing', async () => {
    await using server = await startSite(FUNDS, {
      match: '/fund/2/',
      times: 1,
      status: 503,
      headers: { 'Retry-After': '3600' },
    })
    const db = (await openSqlite?.()) as Database
    const { runtime, later } = aClockedRuntime(db, server)
    const first = await harvestSource(runtime, sitemapSource())
    expect(first).toMatchObject({ finished: false, resting: true, counts: { new: 1 } })
    later(2)
    expect(await harvestSource(runtime, sitemapSource())).toMatchObject({
      finished: true,
      counts: { new: 2 },
    })
    expect(await stored(db)).toHaveLength(3)
  })
})
