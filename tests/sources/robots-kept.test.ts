import { expect, test } from 'vitest'
import { openSource } from '../../src/sources/index.ts'
import type { Manners, PoliteGet } from '../../src/sources/source.ts'
import { SourceRefused } from '../../src/sources/source-refused.ts'
import { SITES, type Site } from '../support/sites.ts'
import { pagesOf } from '../support/sources.ts'

const siteOf = (connector: string): Site => {
  const site = SITES.find(({ entry }) => entry.connector === connector)
  if (!site) throw new Error(`There is no site of ${connector}`)
  return site
}

/** The site with three items and this robots.txt, with what was asked of it and how. */
function asking(site: Site, robots: string | Error) {
  const asked: string[] = []
  const manners: Manners[] = []
  const get: PoliteGet = async (url, how) => {
    const { pathname, search } = new URL(url)
    asked.push(pathname + search)
    if (pathname === '/robots.txt') {
      if (robots instanceof Error) throw robots
      return robots
    }
    manners.push(how)
    return site.answer([1, 2, 3], { url: new URL(url), body: '' })
  }
  const reader = openSource(site.entry)
  const read = async () =>
    (await pagesOf(reader, get)).flatMap(({ records }) => records.map(({ value }) => reader.read(value)))
  return { asked, manners, read }
}

const disallow = (path: string) => `User-agent: *\nDisallow: ${path}`

test.for(['find-a-grant', 'feed', 'pages'])(
  'of %s the robots.txt is asked for once a harvest',
  async (connector) => {
    const { asked, read } = asking(siteOf(connector), '')
    expect(await read()).toHaveLength(3)
    expect(asked[0]).toBe('/robots.txt')
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1)
  },
)

test.for([
  ['find-a-grant', '/grants'],
  ['feed', '/feed'],
  ['pages', '/sitemap.xml'],
] as const)(
  'of %s a list that robots.txt asks not to read is left alone, with a reason',
  async ([connector, path]) => {
    const site = siteOf(connector)
    const { asked, read } = asking(site, disallow(path))
    await expect(read()).rejects.toMatchObject({
      code: 'source_unavailable',
      message: expect.stringMatching(/^The robots\.txt of \S+ asks not to read https:/),
    })
    expect(asked).toEqual(['/robots.txt'])
  },
)

test.for(['find-a-grant', 'feed', 'pages'])(
  'of %s nothing is read while robots.txt cannot be had',
  async (connector) => {
    const { asked, read } = asking(siteOf(connector), new SourceRefused(500, 'site.example answered 500'))
    await expect(read()).rejects.toThrow('answered 500')
    expect(asked).toEqual(['/robots.txt'])
  },
)

test.for(['find-a-grant', 'feed', 'pages'])(
  'of %s the pauses that robots.txt asks for are kept',
  async (connector) => {
    const { manners, read } = asking(siteOf(connector), 'User-agent: *\nCrawl-delay: 7')
    await read()
    expect(manners.length).toBeGreaterThan(0)
    expect(new Set(manners.map(({ paceMs }) => paceMs))).toEqual(new Set([7_000]))
  },
)

test('a grant whose page robots.txt asks not to read is read from the list alone', async () => {
  const { asked, read } = asking(siteOf('find-a-grant'), disallow('/grants/call-2-1'))
  const readings = await read()
  expect(readings).toMatchObject(
    [1, 2, 3].map((n) => ({ outcome: 'opportunity', content: { title: `Call ${n}` } })),
  )
  const links = readings.map((it) => it.outcome === 'opportunity' && it.content.applyUrl)
  expect(links).toEqual([expect.any(String), null, expect.any(String)])
  expect(asked).not.toContain('/grants/call-2-1')
})

test('a feed is asked for as a feed', async () => {
  const { manners, read } = asking(siteOf('feed'), '')
  await read()
  expect(manners[0]?.accept).toContain('application/rss+xml')
})
