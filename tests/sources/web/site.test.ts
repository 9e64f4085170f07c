import { expect, test } from 'vitest'
import { silentLog } from '../../../src/base/log.ts'
import { politeGet } from '../../../src/sources/polite-get.ts'
import { openSite } from '../../../src/sources/web/site.ts'

const CLOSED = 'User-agent: *\nDisallow: /private'
const SLOW = 'User-agent: *\nCrawl-delay: 7'

/** Sites of which an address has a page, or is sent on to the address that follows the arrow; all others are missing. */
function aWeb(pages: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const naps: number[] = []
  let ms = 0
  const fetch = async (url: string) => {
    asked.push(url)
    const page = pages[url]
    if (page === undefined) return new Response('', { status: 404 })
    if (!page.startsWith('-> ')) return new Response(page)
    return new Response(null, { status: 302, headers: { Location: page.slice(3) } })
  }
  const sleep = async (nap: number) => {
    naps.push(nap)
    ms += nap
  }
  const lent = { fetch, now: () => new Date(ms), sleep, log: silentLog }
  const get = politeGet(lent, { userAgent: 'fundlocal (test)', own: [], tries: 1 })
  return { asked, naps, site: openSite(get, { paceMs: 10, throttle: [] }) }
}

test('a page on another site is read only when that site lets it be read', async () => {
  const { site, asked } = aWeb({
    'https://short.example/x': '-> https://closed.example/private/page',
    'https://short.example/y': '-> https://closed.example/page',
    'https://closed.example/robots.txt': CLOSED,
    'https://closed.example/private/page': 'secret',
    'https://closed.example/page': 'open',
  })
  expect(await site.page('https://short.example/x')).toBeNull()
  await expect(site.list('https://short.example/x')).rejects.toThrow(
    'The robots.txt of closed.example asks not to read https://closed.example/private/page',
  )
  expect(asked).not.toContain('https://closed.example/private/page')
  expect(await site.page('https://short.example/y')).toBe('open')
  expect(asked.filter((url) => url.endsWith('robots.txt'))).toEqual([
    'https://short.example/robots.txt',
    'https://closed.example/robots.txt',
  ])
})

test('the pause that another site asks for is kept, and only there', async () => {
  const { site, naps } = aWeb({
    'https://short.example/x': '-> https://slow.example/page',
    'https://slow.example/robots.txt': SLOW,
    'https://slow.example/page': 'slow',
  })
  expect(await site.page('https://short.example/x')).toBe('slow')
  expect(await site.page('https://short.example/x')).toBe('slow')
  // The site that sends us on after its robots.txt; then the slow one after its own, and after its page.
  expect(naps).toEqual([10, 7_000, 7_000])
})

test('the same site by https is another, and two that send us to each other do not hang', async () => {
  const { site, asked } = aWeb({
    'http://fund.example/a': '-> https://fund.example/a',
    'https://fund.example/a': 'here',
    'http://fund.example/b': '-> https://other.example/b',
    'https://other.example/b': '-> http://fund.example/c',
    'http://fund.example/c': 'there',
    'https://one.example/': '-> https://two.example/',
    'https://two.example/': '-> https://one.example/',
  })
  expect(await Promise.all([site.page('http://fund.example/a'), site.page('http://fund.example/b')])).toEqual(
    ['here', 'there'],
  )
  expect(asked).toContain('https://fund.example/robots.txt')
  await expect(site.page('https://one.example/')).rejects.toThrow('one.example sends us on without end')
})

test('an address that is not public is not asked for its robots.txt either', async () => {
  const { site, asked } = aWeb({ 'https://short.example/x': '-> http://127.0.0.1/page' })
  await expect(site.page('https://short.example/x')).rejects.toThrow('is not on the public internet')
  expect(asked).toEqual(['https://short.example/robots.txt', 'https://short.example/x'])
})
