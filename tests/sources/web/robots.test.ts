import { expect, test } from 'vitest'
import { silentLog } from '../../../src/base/log.ts'
import { openSource } from '../../../src/sources/index.ts'
import { askRobots } from '../../../src/sources/web/robots.ts'
import { aFundPage, aSite, aSitemap, FIELDS, ORIGIN } from '../../fixtures/pages/site.ts'
import { aSource } from '../../support/builders.ts'
import { startReplayServer } from '../../support/replay-server.ts'
import { getOwn, ONE_JUNE, pagesOf, quickGet } from '../../support/sources.ts'

const MANNERS = { paceMs: 100, throttle: [] }
const asking = (robots: string) => askRobots(async () => robots, MANNERS)

test.for([
  ['User-agent: *\nDisallow: /private/', '/private/a', false],
  ['User-agent: *\nDisallow: /private/', '/grants/a', true],
  ['User-agent: *\nDisallow: /\nAllow: /grants/', '/grants/a', true],
  ['User-agent: *\nDisallow: /*?', '/grants/?page=2', false],
  ['User-agent: fundlocal\nDisallow: /\n\nUser-agent: *\nAllow: /', '/grants/a', false],
  ['User-agent: FundLocal/1.0\nDisallow:\n\nUser-agent: *\nDisallow: /', '/grants/a', true],
  ['User-agent: otherbot\nDisallow: /', '/grants/a', true],
  ['<html>Not found</html>', '/grants/a', true],
  ['', '/grants/a', true],
] as const)('%j lets %s be read: %s', async ([robots, path, allowed]) => {
  expect((await asking(robots)(ORIGIN + path)) !== null).toBe(allowed)
})

test('a crawl delay makes the pauses longer, never shorter', async () => {
  const paceOf = async (delay: string) =>
    (await asking(`User-agent: *\nCrawl-delay: ${delay}`)(`${ORIGIN}/`))?.paceMs
  expect(await paceOf('10')).toBe(10_000)
  expect(await paceOf('0.05')).toBe(100)
  expect(await paceOf('soon')).toBe(100)
  await expect(paceOf('3600')).rejects.toThrow(/asks in its robots\.txt for a pause of 3600 seconds/)
})

test('each host is asked once', async () => {
  await using server = await startReplayServer([{ match: 'robots.txt', body: 'User-agent: *\nDisallow: /a' }])
  const ask = askRobots(quickGet(), MANNERS)
  const answers = await Promise.all(['/a', '/b', '/c'].map((path) => ask(server.origin + path)))
  expect(answers.map((it) => it !== null)).toEqual([false, true, true])
  expect(server.requests.map(({ url }) => url)).toEqual(['/robots.txt'])
})

test.for([401, 403, 404, 410])('a host that answers %i to it allows everything', async (status) => {
  await using server = await startReplayServer([{ status }])
  expect(await askRobots(quickGet(), MANNERS)(`${server.origin}/a`)).toEqual(MANNERS)
})

test.for([429, 500, 501, 503])('a host that answers %i to it is left alone', async (status) => {
  await using server = await startReplayServer([{ status }])
  await expect(askRobots(quickGet(), MANNERS)(`${server.origin}/a`)).rejects.toThrow(`answered ${status}`)
})

test('a host that does not answer it is left alone', async () => {
  await using server = await startReplayServer([{ hang: 'before' }])
  const get = getOwn(
    { fetch, now: () => new Date(ONE_JUNE), sleep: async () => {}, log: silentLog },
    { timeoutMs: 80, tries: 2 },
  )
  await expect(askRobots(get, MANNERS)(`${server.origin}/a`)).rejects.toThrow('did not answer')
})

const entry = aSource({
  connector: 'pages',
  url: `${ORIGIN}/sitemap.xml`,
  settings: { discovery: 'sitemap', funder: { name: 'Foundation' }, fields: FIELDS, paceMs: 0 },
})

test('a page that a site does not want read is never asked for, and is counted as left out', async () => {
  const site = aSite({
    '/robots.txt': 'User-agent: *\nDisallow: /grants/secret/',
    '/sitemap.xml': aSitemap({ '/grants/secret/': null, '/grants/a/': null }),
    '/grants/a/': aFundPage(),
  })
  const reader = openSource(entry)
  const pages = await pagesOf(reader, site.get)
  const readings = pages.flatMap(({ records }) => records.map(({ value }) => reader.read(value)))
  expect(readings).toMatchObject([
    { outcome: 'skipped', reason: `The site’s robots.txt asks not to read ${ORIGIN}/grants/secret/` },
    { outcome: 'opportunity' },
  ])
  expect(site.asked).not.toContain('/grants/secret/')
})

test('a listing that a site does not want read ends the harvest with that reason', async () => {
  const site = aSite({ '/robots.txt': 'User-agent: *\nDisallow: /sitemap', '/sitemap.xml': aSitemap({}) })
  await expect(pagesOf(openSource(entry), site.get)).rejects.toThrow(
    'The robots.txt of foundation.example asks not to read https://foundation.example/sitemap.xml',
  )
  expect(site.asked).toEqual(['/robots.txt'])
})
