import { describe, expect, test } from 'vitest'
import { addMs, type Instant } from '../../../src/base/date.ts'
import { AppError } from '../../../src/base/errors.ts'
import type { Reading, SourceEntry } from '../../../src/domain/source.ts'
import { openSource } from '../../../src/sources/index.ts'
import type { Page } from '../../../src/sources/source.ts'
import { SourceBusy } from '../../../src/sources/source-busy.ts'
import { SourceRefused } from '../../../src/sources/source-refused.ts'
import { anItem, anRss } from '../../fixtures/feed/feeds.ts'
import { aFundPage, anIndex, aSite, aSitemap, FIELDS, ORIGIN } from '../../fixtures/pages/site.ts'
import { aSource } from '../../support/builders.ts'
import { ONE_JUNE } from '../../support/sources.ts'

type Json = Readonly<Record<string, unknown>>
const SETTINGS = {
  discovery: 'sitemap',
  funder: { name: 'Foundation' },
  fields: FIELDS,
  listsEverything: true,
  paceMs: 0,
}

const aPagesSource = (settings: Json = {}, over: Partial<SourceEntry> = {}): SourceEntry =>
  aSource({
    id: 'foundation',
    name: 'Foundation',
    connector: 'pages',
    url: `${ORIGIN}/sitemap.xml`,
    settings: { ...SETTINGS, ...settings },
    ...over,
  })

const daysLater = (days: number): Instant => addMs(ONE_JUNE, days * 86_400_000)

/** Reads the source from what the last harvest left to the end or the fault. */
async function harvest(
  entry: SourceEntry,
  { get }: ReturnType<typeof aSite>,
  from: unknown = null,
  now = ONE_JUNE,
) {
  const reader = openSource(entry)
  const pages: Page[] = []
  let error: unknown = null
  try {
    for await (const page of reader.pages(get, from, now)) pages.push(page)
  } catch (caught) {
    error = caught
  }
  const readings = pages.flatMap(({ records }) => records.map(({ value }) => reader.read(value)))
  // As the database keeps it.
  const state: unknown = JSON.parse(JSON.stringify(pages.at(-1)?.resume ?? from))
  const { last = false, offered } = pages.at(-1) ?? {}
  return { readings, state, error, last, pages, offered: offered?.map((url) => url.replace(ORIGIN, '')) }
}

const brief = (readings: readonly Reading[]): readonly string[] =>
  readings.map((it) => `${it.outcome} ${'key' in it ? String(it.key).replace(ORIGIN, '') : it.reason}`)

const TWO = { '/grants/a/': '2026-05-01', '/grants/b/': null }

describe('a sitemap', () => {
  test('leads to its pages, each an opportunity', async () => {
    const site = aSite({
      '/sitemap.xml': aSitemap(TWO),
      '/grants/a/': aFundPage(),
      '/grants/b/': aFundPage({ title: 'B' }),
    })
    const { readings, error, last } = await harvest(aPagesSource(), site)
    expect({ error, last }).toEqual({ error: null, last: true })
    expect(site.asked).toEqual(['/robots.txt', '/sitemap.xml', '/grants/a/', '/grants/b/'])
    expect(readings).toMatchObject([
      {
        outcome: 'opportunity',
        key: `${ORIGIN}/grants/a/`,
        releasedAt: ONE_JUNE,
        content: {
          title: 'Kitchens fund',
          url: `${ORIGIN}/grants/a/`,
          summary: 'For places that cook together.',
          description: 'We pay for stoves.\n\nCharities may apply.',
          funder: { name: 'Foundation', orgId: null },
          awardMin: 50_000,
          awardMax: 500_000,
          deadline: { kind: 'fixed', rounds: [{ opensOn: null, closesOn: '2026-06-30', closesTime: null }] },
          applyUrl: `${ORIGIN}/apply?fund=1`,
          contactEmail: 'grants@foundation.example',
          forecast: false,
          ended: null,
        },
      },
      { outcome: 'opportunity', content: { title: 'B' } },
    ])
  })

  test('is read through an index, as far as the settings choose', async () => {
    const site = aSite({
      '/sitemap.xml': anIndex('/posts.xml', '/grants.xml'),
      '/grants.xml': aSitemap({ '/grants/a/': null }),
      '/grants/a/': aFundPage(),
    })
    const { readings } = await harvest(aPagesSource({ sitemaps: 'grants' }), site)
    expect(brief(readings)).toEqual(['opportunity /grants/a/'])
    expect(site.asked).not.toContain('/posts.xml')
  })

  test('counts for pages of its own site that the patterns let through, each once', async () => {
    const sitemap = aSitemap({
      '/grants/a/': null,
      '/grants/a/?utm_source=x#top': null,
      '/news/a/': null,
      '/grants/old/': null,
    })
    const site = aSite({
      '/sitemap.xml': sitemap.replace(
        '<url>',
        '<url><loc>https://elsewhere.example/grants/x/</loc></url><url>',
      ),
      '/grants/a/': aFundPage(),
    })
    const { readings } = await harvest(aPagesSource({ include: '/grants/[^/]+/$', exclude: '/old/' }), site)
    expect(brief(readings)).toEqual(['opportunity /grants/a/'])
  })

  test.for([
    ['breaks off', aSitemap(TWO).slice(0, -12), /sitemap\.xml breaks off/],
    ['is a page for people', '<html><body>Sorry</body></html>', /is not a sitemap/],
    ['is empty text', '', /is not a sitemap/],
    ['is packed', '\u001f\ufffd\u0008', /is packed \(\.gz\), which we do not read/],
    ['lists nothing', aSitemap({}), /^Foundation lists no page that counts$/],
    ['is an index of packed ones', anIndex('/a.xml.gz'), /a\.xml\.gz is packed/],
    ['is an index of an index', anIndex('/index.xml'), /index\.xml is an index within an index/],
  ] as const)('that %s ends the harvest with that reason', async ([, text, message]) => {
    const site = aSite({ '/sitemap.xml': text, '/a.xml.gz': 'x', '/index.xml': anIndex('/b.xml') })
    const { error, readings } = await harvest(aPagesSource(), site)
    expect(error).toMatchObject({ code: 'source_unavailable', message: expect.stringMatching(message) })
    expect(readings).toEqual([])
  })

  test('of too many pages is refused rather than fetched', async () => {
    const { error } = await harvest(aPagesSource({ maxPages: 1 }), aSite({ '/sitemap.xml': aSitemap(TWO) }))
    expect(error).toMatchObject({ message: 'Foundation lists 2 pages, more than maxPages (1)' })
  })
})

describe('the next harvest', () => {
  test('fetches a page when its day of change is another, or its hours are over, and checks the rest', async () => {
    const site = aSite({
      '/sitemap.xml': aSitemap(TWO),
      '/grants/a/': aFundPage(),
      '/grants/b/': aFundPage(),
    })
    const entry = aPagesSource({ recheckHours: 72 })
    const first = await harvest(entry, site)
    site.askedNow()
    const second = await harvest(entry, site, first.state, daysLater(1))
    expect(site.askedNow()).toEqual(['/sitemap.xml'])
    expect(brief(second.readings)).toEqual(['unchanged /grants/a/', 'unchanged /grants/b/'])
    expect(second.last).toBe(true)

    const third = await harvest(entry, site, second.state, daysLater(3))
    expect(site.askedNow()).toEqual(['/sitemap.xml', '/grants/b/'])
    expect(brief(third.readings)).toEqual(['unchanged /grants/a/', 'opportunity /grants/b/'])

    site.answers['/sitemap.xml'] = aSitemap({ ...TWO, '/grants/a/': '2026-06-04' })
    const fourth = await harvest(entry, site, third.state, daysLater(4))
    expect(brief(fourth.readings)).toEqual(['unchanged /grants/b/', 'opportunity /grants/a/'])
  })

  test('reads every page anew when the settings look elsewhere in it', async () => {
    const site = aSite({
      '/sitemap.xml': aSitemap(TWO),
      '/grants/a/': aFundPage(),
      '/grants/b/': aFundPage(),
    })
    const first = await harvest(aPagesSource(), site)
    const same = await harvest(aPagesSource({ paceMs: 5 }), site, first.state)
    expect(brief(same.readings)).toEqual(['unchanged /grants/a/', 'unchanged /grants/b/'])
    const free = await harvest(aPagesSource({}, { licence: 'Not known' }), site, first.state)
    expect(free.readings).toMatchObject(Array(2).fill({ content: { description: 'Kitchens fund' } }))
    const other = await harvest(aPagesSource({ fields: { title: '.lead' } }), site, first.state)
    expect(other.readings).toMatchObject(
      Array(2).fill({ content: { title: 'For places that cook together.' } }),
    )
  })

  test('says what is offered in all, and reads anew what had left the listing', async () => {
    const site = aSite({
      '/sitemap.xml': aSitemap(TWO),
      '/grants/a/': aFundPage(),
      '/grants/b/': aFundPage(),
    })
    const first = await harvest(aPagesSource(), site)
    expect(first.offered).toEqual(['/grants/a/', '/grants/b/'])
    site.answers['/sitemap.xml'] = aSitemap({ '/grants/b/': null })
    const second = await harvest(aPagesSource(), site, first.state, daysLater(1))
    expect(second.offered).toEqual(['/grants/b/'])
    // Listed as changed on the day that it had before it left.
    site.answers['/sitemap.xml'] = aSitemap(TWO)
    const third = await harvest(aPagesSource(), site, second.state, daysLater(2))
    expect(brief(third.readings)).toEqual(['unchanged /grants/b/', 'opportunity /grants/a/'])
    expect(third.offered).toEqual(['/grants/a/', '/grants/b/'])
  })

  test('says nothing of what is offered in all where not everything is listed', async () => {
    const site = aSite({
      '/sitemap.xml': aSitemap(TWO),
      '/grants/a/': aFundPage(),
      '/grants/b/': aFundPage(),
    })
    expect(await harvest(aPagesSource({ listsEverything: false }), site)).toMatchObject({
      last: true,
      offered: undefined,
    })
  })

  test.for([404, 410])('does not count a page that answers %i among what is offered', async (status) => {
    const site = aSite({
      '/sitemap.xml': aSitemap(TWO),
      '/grants/a/': aFundPage(),
      '/grants/b/': aFundPage(),
    })
    const entry = aPagesSource({ recheckHours: 24 })
    const first = await harvest(entry, site)
    site.answers['/grants/b/'] = new SourceRefused(status, 'gone')
    const second = await harvest(entry, site, first.state, daysLater(1))
    expect(second.readings.map((it) => it.outcome)).toEqual(['unchanged', 'skipped'])
    expect(second.offered).toEqual(['/grants/a/'])
    // It is asked for again when its hours are over, not at every harvest.
    site.askedNow()
    const third = await harvest(entry, site, second.state, daysLater(1.5))
    expect(site.askedNow()).toEqual(['/sitemap.xml'])
    expect(third.offered).toEqual(['/grants/a/'])
    site.answers['/grants/b/'] = aFundPage()
    const fourth = await harvest(entry, site, third.state, daysLater(2))
    expect(fourth.offered).toEqual(['/grants/a/', '/grants/b/'])
  })

  test('believes no listing that lost more than 60% of its pages, unless the settings say so', async () => {
    const five = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`/grants/${n}/`, '2026-05-01']))
    const site = aSite({
      '/sitemap.xml': aSitemap(five),
      ...Object.fromEntries(Object.keys(five).map((path) => [path, aFundPage()])),
    })
    const first = await harvest(aPagesSource(), site)
    const two = { '/grants/1/': '2026-05-01', '/grants/2/': '2026-05-01' }
    site.answers['/sitemap.xml'] = aSitemap({ '/grants/1/': '2026-05-01' })
    const shrunk = await harvest(aPagesSource(), site, first.state, daysLater(1))
    expect(shrunk).toMatchObject({
      offered: undefined,
      error: { message: 'Foundation lists 1 page where it listed 5' },
    })
    site.answers['/sitemap.xml'] = aSitemap({})
    const empty = await harvest(aPagesSource(), site, first.state, daysLater(1))
    expect(empty).toMatchObject({
      readings: [],
      error: { message: 'Foundation lists 0 pages where it listed 5' },
    })
    site.answers['/sitemap.xml'] = aSitemap(two)
    const enough = await harvest(aPagesSource(), site, shrunk.state, daysLater(1))
    expect(enough.offered).toEqual(['/grants/1/', '/grants/2/'])
    site.answers['/sitemap.xml'] = aSitemap({})
    const allowed = await harvest(aPagesSource({ leastShare: 0 }), site, first.state, daysLater(1))
    expect(allowed.offered).toEqual([])
  })
})

describe('a feed', () => {
  const feedSource = (settings: Json = {}) =>
    aPagesSource({ discovery: 'feed', listsEverything: false, ...settings }, { url: `${ORIGIN}/feed/` })
  const feedOf = (...numbers: readonly number[]) =>
    anRss(...numbers.map((n) => anItem(n, { link: `${ORIGIN}/grants/${n}/` })))

  test('leads to pages, which are fetched now and then after they have left it, and forgotten in the end', async () => {
    const site = aSite({ '/feed/': feedOf(1), '/grants/1/': aFundPage(), '/grants/2/': aFundPage() })
    const entry = feedSource({ recheckHours: 48, keepDays: 10 })
    const first = await harvest(entry, site)
    expect(brief(first.readings)).toEqual(['opportunity /grants/1/'])
    site.answers['/feed/'] = feedOf(2)
    const second = await harvest(entry, site, first.state, daysLater(1))
    expect(brief(second.readings)).toEqual(['opportunity /grants/2/'])
    const third = await harvest(entry, site, second.state, daysLater(2))
    expect(brief(third.readings)).toEqual(['unchanged /grants/2/', 'opportunity /grants/1/'])
    const fourth = await harvest(entry, site, third.state, daysLater(10))
    expect(brief(fourth.readings)).toEqual(['opportunity /grants/2/'])
    expect(JSON.stringify(fourth.state)).not.toContain('/grants/1/')
  })

  test('may not be said to list everything', () => {
    expect(() => openSource(feedSource({ listsEverything: true }))).toThrow(
      /settings\.listsEverything: cannot be true of a feed/,
    )
  })
})

describe('faults', () => {
  const paths = Array.from({ length: 12 }, (_, n) => `/grants/${n}/`)
  const twelve = () =>
    aSite({
      '/sitemap.xml': aSitemap(Object.fromEntries(paths.map((path) => [path, '2026-05-01']))),
      ...Object.fromEntries(paths.map((path) => [path, aFundPage()])),
    })
  const outcomes = (readings: readonly Reading[], outcome: string) =>
    readings.filter((it) => it.outcome === outcome)

  test.for([
    ['403', new SourceRefused(403, 'foundation.example answered 403')],
    ['500', new AppError('source_unavailable', 'foundation.example answered 500, 4 times')],
    [
      'a time-out',
      new AppError('source_unavailable', 'foundation.example did not answer in 30 seconds, 4 times'),
    ],
  ] as const)('one page with %s is reported and tried again, and the others are read', async ([, fault]) => {
    const site = twelve()
    site.answers['/grants/1/'] = fault
    const first = await harvest(aPagesSource(), site)
    expect(first).toMatchObject({ last: true, error: null })
    expect(outcomes(first.readings, 'bad')).toMatchObject([
      { key: `${ORIGIN}/grants/1/`, reason: fault.message },
    ])
    expect(outcomes(first.readings, 'opportunity')).toHaveLength(11)
    site.answers['/grants/1/'] = aFundPage()
    const second = await harvest(aPagesSource(), site, first.state, daysLater(1))
    expect(brief(outcomes(second.readings, 'opportunity'))).toEqual(['opportunity /grants/1/'])
  })

  test.for([
    ['no end', aFundPage().replace(/<.main>[\s\S]*/, ''), 'The page breaks off'],
    ['nothing in it', ' ', 'The page is empty'],
    ['five million characters', 'x'.repeat(5_000_001), 'The page is too long to read: 5000001 characters'],
    [
      'another shape',
      '<html><body><h2>Kitchens fund</h2></body></html>',
      'The page has no title where the settings look for one',
    ],
  ] as const)('a page with %s is bad, and what was read of it before stays', async ([, text, reason]) => {
    const site = twelve()
    site.answers['/grants/1/'] = text
    const { readings, offered } = await harvest(aPagesSource(), site)
    expect(offered).toEqual(paths)
    expect(outcomes(readings, 'bad')).toMatchObject([{ key: `${ORIGIN}/grants/1/`, reason }])
  })

  test('three failures in a row stop the harvest, and the next goes on with what is left', async () => {
    const site = twelve()
    const fault = new AppError('source_unavailable', 'foundation.example answered 500, 4 times')
    for (const n of [3, 4, 5, 6, 7]) site.answers[`/grants/${n}/`] = fault
    const first = await harvest(aPagesSource(), site)
    expect(first.error).toBe(fault)
    expect(brief(first.readings)).toEqual([0, 1, 2].map((n) => `opportunity /grants/${n}/`))
    for (const n of [3, 4, 5, 6, 7]) site.answers[`/grants/${n}/`] = aFundPage()
    site.askedNow()
    const second = await harvest(aPagesSource(), site, first.state)
    // Those that failed come last, so that pages which always fail hold up no others.
    expect(site.askedNow()).toEqual([6, 7, 8, 9, 10, 11, 3, 4, 5].map((n) => `/grants/${n}/`))
    expect(second).toMatchObject({ error: null, last: true })
  })

  test('a site that asks for silence gets it, and loses nothing', async () => {
    const site = twelve()
    site.answers['/grants/2/'] = new SourceBusy('foundation.example', daysLater(1))
    const first = await harvest(aPagesSource(), site)
    expect(first.error).toBeInstanceOf(SourceBusy)
    expect(brief(first.readings)).toEqual(['opportunity /grants/0/', 'opportunity /grants/1/'])
    site.answers['/grants/2/'] = aFundPage()
    const second = await harvest(aPagesSource(), site, first.state, daysLater(1))
    expect(outcomes(second.readings, 'opportunity')).toHaveLength(10)
  })

  test('a crash between two pages goes on where it was, without the listing', async () => {
    const site = twelve()
    const reader = openSource(aPagesSource())
    let state: unknown = null
    for await (const page of reader.pages(site.get, null, ONE_JUNE)) {
      state = page.resume
      if (page.records.length > 0) break
    }
    site.askedNow()
    const rest = await harvest(aPagesSource(), site, JSON.parse(JSON.stringify(state)))
    expect(site.askedNow()).toEqual(['/grants/10/', '/grants/11/'])
    expect(rest.last).toBe(true)
    const next = await harvest(aPagesSource(), site, rest.state, daysLater(1))
    expect(outcomes(next.readings, 'unchanged')).toHaveLength(12)
  })

  test('what is remembered in another form is forgotten, and everything is read', async () => {
    const { readings } = await harvest(aPagesSource(), twelve(), { cursor: 'x' })
    expect(outcomes(readings, 'opportunity')).toHaveLength(12)
  })

  test('a bad page is the same record at every harvest, and comes back from quarantine as it was', async () => {
    const site = aSite({ '/sitemap.xml': aSitemap({ '/a/': null }), '/a/': aFundPage({ title: '' }) })
    const texts = []
    for (const now of [ONE_JUNE, daysLater(1)]) {
      const { pages } = await harvest(aPagesSource(), site, null, now)
      texts.push(pages.at(-1)?.records[0]?.text ?? '')
    }
    expect(texts[0]).toBe(texts[1])
    expect(openSource(aPagesSource()).read(JSON.parse(texts[0] ?? ''))).toMatchObject({
      outcome: 'bad',
      key: `${ORIGIN}/a/`,
      reason: 'The page has no title where the settings look for one',
    })
  })

  test('a page of a million nested elements is bad, and found to be so quickly', async () => {
    const deep = `<html><body>${'<b>'.repeat(1_000_000)}<h1>Deep</h1></body></html>`
    const site = aSite({ '/sitemap.xml': aSitemap({ '/a/': null }), '/a/': deep })
    const { readings } = await harvest(aPagesSource(), site)
    expect(readings).toMatchObject([{ outcome: 'bad', reason: 'The page is nested too deeply to be read' }])
  })
})

test.for([
  [{ fields: {} }, /settings\.fields\.title: is missing/],
  [{ fields: { title: 'h1[' } }, /settings\.fields\.title/],
  [{ fields: { title: 'h1', colour: 'p' } }, /settings\.fields/],
  [{ include: '(' }, /settings\.include: is not a regular expression/],
  [{ discovery: 'listing' }, /settings\.listing: is missing/],
  [{ listing: { links: 'a' } }, /settings\.listing: goes with discovery “listing” only/],
  [{ cardsOnly: true }, /settings\.cardsOnly: needs listing\.card/],
  [{ discovery: 'listing', listing: { links: 'a', nextPath: 'page/2/' } }, /nextPath: must have \{n\}/],
  [
    { words: { areas: { Here: 'Atlantis' } } },
    /settings\.words\.areas\.Here: Atlantis is not an area we know/,
  ],
  [{ leastShare: 2 }, /settings\.leastShare/],
] as const)('the settings %j are refused by name', ([settings, message]) => {
  expect(() => openSource(aPagesSource(settings))).toThrow(
    expect.objectContaining({ code: 'invalid', message: expect.stringMatching(message) }),
  )
})
