import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkSourceJob } from '../../jobs/check-source.ts'
import { checkSource } from '../../src/actions/opportunities/check-source.ts'
import type { SourceEntry } from '../../src/domain/source.ts'
import { fetchWithFiles } from '../../src/hosts/file-fetch.ts'
import type { Runtime } from '../../src/runtime.ts'
import { anItem, anRss } from '../fixtures/feed/feeds.ts'
import { aPackage, aRelease } from '../fixtures/ocds/releases.ts'
import { aFundPage, aSite, aSitemap, FIELDS, ORIGIN } from '../fixtures/pages/site.ts'
import { aSource } from '../support/builders.ts'
import { openTestSqlite } from '../support/databases.ts'
import { startReplayServer } from '../support/replay-server.ts'
import { aRuntime } from '../support/runtime.ts'
import { LISTS } from '../support/sites.ts'
import { anOcdsSource } from '../support/sources.ts'
import { tempFolder } from '../support/temp.ts'

const at = (source: SourceEntry, over: Partial<Runtime> = {}) =>
  aRuntime({ fetch: fetchWithFiles(fetch), registry: { sample: false, sources: [source] }, ...over })

const page = aPackage([
  aRelease({ ocid: 'ocds-1', brandNew: { part: 7 } }),
  aRelease({ ocid: 'ocds-2' }, { title: null }),
  aRelease({ ocid: 'ocds-3', tag: ['planningish'] }),
])

test('one page is read from a server, compared and reported, and nothing is stored', async () => {
  await using server = await startReplayServer([{ body: page }])
  const source = anOcdsSource({
    url: `${server.origin}/api`,
    enabled: false,
    verified: false,
    settings: { paceMs: 0, lookbackDays: 0.5 },
  })
  const db = openTestSqlite()
  const lines: string[] = []
  const order = { byHand: true, argument: source.id, say: (line: string) => lines.push(line) }
  expect(await checkSourceJob.run(at(source, { db }), order)).toMatchObject({
    records: 3,
    good: 1,
    skipped: 1,
    bad: 1,
  })
  const text = lines.join('\n')
  expect(text).toContain('3 records: 1 read well, 1 skipped, 1 bad')
  expect(text).toMatch(/Fields found:\n {2}ocid\n/)
  expect(text).toContain('  tender.title (in 2 of 3)')
  expect(text).toMatch(/Fields that we read and that no record had:[^:]*\n {2}tender\.lots|tender\.lots\.id/)
  expect(text).toContain('  brandNew.part (in 1 of 3)')
  expect(text).toContain('  The notice is not a call for bids (planningish) (1)')
  expect(text).toContain('  ocds-2: The notice has no title')
  expect(text).toContain('not count as verified live yet')
  expect(server.requests).toHaveLength(1)
  for (const table of ['opportunities', 'quarantine', 'harvest_progress', 'harvest_runs'] as const) {
    expect(await db.query.selectFrom(table).selectAll().execute()).toEqual([])
  }
})

test('a saved page is read in its place, from a path with spaces too', async () => {
  const path = join(tempFolder(), 'a saved page.json')
  writeFileSync(path, page)
  const order = { byHand: true, argument: `notices ${path}` }
  expect(await checkSourceJob.run(at(anOcdsSource()), order)).toMatchObject({ records: 3, good: 1 })
})

test('a field that is no longer there is told, whatever reads the source', async () => {
  const [site] = LISTS
  if (!site) throw new Error('There is no site')
  const runtime = at(site.entry, {
    fetch: async (input) => {
      const good = site.answer([1, 2], { url: new URL(String(input)), body: '' })
      return new Response(good.replaceAll('grantMaximumAward"', 'grantMostAward"'))
    },
  })
  const check = await checkSource(runtime, site.entry.id, null)
  expect(check).toMatchObject({ records: 2, good: 2, bad: [] })
  expect(check.missing).toContain('grantMaximumAward')
  expect(check.unknown).toContainEqual({ path: 'grantMostAward', records: 2 })
})

test('of a site, some of its pages are read, and the places that no page has are told', async () => {
  const paths = Array.from({ length: 30 }, (_, n) => `/grants/${n}/`)
  const site = aSite({
    '/sitemap.xml': aSitemap(Object.fromEntries(paths.map((path) => [path, null]))),
    ...Object.fromEntries(paths.map((path) => [path, aFundPage()])),
    '/grants/1/': aFundPage({ title: '' }),
  })
  const source = aSource({
    connector: 'pages',
    url: `${ORIGIN}/sitemap.xml`,
    settings: { discovery: 'sitemap', funder: { name: 'Foundation' }, fields: FIELDS, paceMs: 0 },
  })
  const fetch = async (input: string | URL | Request) =>
    site.get(String(input), { paceMs: 0, throttle: [] }).then(
      (text) => new Response(text),
      () => new Response('', { status: 404 }),
    )
  const check = await checkSource(at(source, { fetch }), source.id, null)
  expect(check).toMatchObject({ records: 10, good: 9, missing: ['opens'], unknown: [] })
  expect(check.found).toContainEqual({ path: 'closes', records: 10 })
  expect(check.found).toContainEqual({ path: 'title', records: 9 })
  expect(site.asked).toHaveLength(12)
})

test('a source that is not in the registry, and a page that is none, are refused', async () => {
  await expect(checkSource(at(anOcdsSource()), 'nobody', null)).rejects.toMatchObject({ code: 'not_found' })
  await expect(checkSourceJob.run(at(anOcdsSource()), { byHand: true, argument: null })).rejects.toThrow(
    'Name one of the sources',
  )
  await using server = await startReplayServer([{ body: '<html>Hello</html>' }])
  const source = anOcdsSource({ url: server.origin })
  await expect(checkSource(at(source), source.id, null)).rejects.toMatchObject({ code: 'source_unavailable' })
})

const PAGES = aSource({
  connector: 'pages',
  url: `${ORIGIN}/sitemap.xml`,
  settings: { discovery: 'sitemap', funder: { name: 'Foundation' }, fields: FIELDS, paceMs: 0 },
})

test.for([
  [aFundPage(), ['title', 'closes'], []],
  [aFundPage({ title: '' }), ['closes'], ['The page has no title where the settings look for one']],
  [aFundPage().slice(0, -20), [], ['The page breaks off']],
] as const)(
  'a saved page of a site is read by itself, with the places of the entry: %#',
  async ([text, found, faults]) => {
    const path = join(tempFolder(), 'fund.html')
    writeFileSync(path, text)
    const check = await checkSource(at(PAGES), PAGES.id, path)
    expect(check).toMatchObject({ where: path, records: 1, good: 1 - faults.length, unknown: [] })
    expect(check.bad.map(({ reason }) => reason)).toEqual(faults)
    const names = check.found.map((field) => field.path)
    expect(['title', 'closes', 'opens'].filter((name) => names.includes(name))).toEqual(found)
  },
)

test('a saved page of a listing of which only the cards are read is read as that listing', async () => {
  const listing = { links: 'h3 a', card: '.card' }
  const source = aSource({
    connector: 'pages',
    url: `${ORIGIN}/grants/`,
    settings: {
      discovery: 'listing',
      listing,
      cardsOnly: true,
      funder: { name: 'Foundation' },
      fields: { title: 'h3', closes: '.closes' },
      paceMs: 0,
    },
  })
  const card = (n: number) =>
    `<div class="card"><h3><a href="/grants/${n}/">Fund ${n}</a></h3><p class="closes">30 June 2026</p></div>`
  const path = join(tempFolder(), 'grants.html')
  writeFileSync(path, `<html><body>${card(1)}${card(2)}</body></html>`)
  expect(await checkSource(at(source), source.id, path)).toMatchObject({ records: 2, good: 2, missing: [] })
})

test('what a saved page says is not taken for the robots.txt of its site', async () => {
  const source = aSource({
    connector: 'feed',
    url: `${ORIGIN}/feed/`,
    settings: { funder: { name: 'Foundation' }, paceMs: 0 },
  })
  const path = join(tempFolder(), 'feed.xml')
  writeFileSync(path, anRss(anItem(1, { description: 'It says\nUser-agent: *\nDisallow: /\n' })))
  expect(await checkSource(at(source), source.id, path)).toMatchObject({ records: 1, good: 1 })
})
