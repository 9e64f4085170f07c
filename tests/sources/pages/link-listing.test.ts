import { expect, test } from 'vitest'
import { AppError } from '../../../src/base/errors.ts'
import { openSource } from '../../../src/sources/index.ts'
import { aFundPage, aSite, FIELDS, ORIGIN } from '../../fixtures/pages/site.ts'
import { aSource } from '../../support/builders.ts'
import { pagesOf } from '../../support/sources.ts'

type Json = Readonly<Record<string, unknown>>

const aListing = (listing: Json, settings: Json = {}) =>
  aSource({
    name: 'Foundation',
    connector: 'pages',
    url: `${ORIGIN}/grants/`,
    settings: {
      discovery: 'listing',
      listing: { links: 'li a', ...listing },
      funder: { name: 'Foundation' },
      fields: FIELDS,
      paceMs: 0,
      ...settings,
    },
  })

const linksTo = (paths: readonly string[], next = '') =>
  `<html><body><a href="/about">About</a><ul>${paths.map((path) => `<li><a href="${path}">x</a></li>`).join('')}</ul>${next}</body></html>`
const NEXT = (path: string) => `<a class="next" href="${path}">Next</a>`
const FUNDS = Object.fromEntries(
  ['a', 'b', 'c'].map((name) => [`/funds/${name}`, aFundPage({ title: name })]),
)

async function titlesOf(entry: ReturnType<typeof aListing>, answers: Record<string, string | Error>) {
  const site = aSite({ ...FUNDS, ...answers })
  const reader = openSource(entry)
  const pages = await pagesOf(reader, site.get)
  const titles = pages.flatMap(({ records }) =>
    records.flatMap(({ value }) => {
      const reading = reader.read(value)
      return reading.outcome === 'opportunity' ? [reading.content.title] : []
    }),
  )
  return { titles, asked: site.asked.filter((path) => path.startsWith('/grants/')) }
}

test('links are followed from page to page by the link to the next', async () => {
  const { titles } = await titlesOf(aListing({ next: 'a.next' }), {
    '/grants/': linksTo(['/funds/a', `${ORIGIN}/funds/b?utm_medium=x`], NEXT('/grants/page/2/')),
    '/grants/page/2/': linksTo([
      '../../../funds/c',
      '/funds/a',
      'https://elsewhere.example/funds/d',
      'mailto:a@b.example',
    ]),
  })
  expect(titles).toEqual(['a', 'b', 'c'])
})

test.for([
  ['there is none', new AppError('source_unavailable', 'never asked')],
  ['it lists nothing new', linksTo(['/funds/b'])],
] as const)('or by the number of the page, until %s', async ([name, third]) => {
  const { SourceRefused } = await import('../../../src/sources/source-refused.ts')
  const { titles, asked } = await titlesOf(aListing({ nextPath: 'page/{n}/' }), {
    '/grants/': linksTo(['/funds/a']),
    '/grants/page/2/': linksTo(['/funds/b']),
    '/grants/page/3/': name === 'there is none' ? new SourceRefused(404, 'answered 404') : third,
  })
  expect(titles).toEqual(['a', 'b'])
  expect(asked).toEqual(['/grants/', '/grants/page/2/', '/grants/page/3/'])
})

test('a listing that leads in a circle ends', async () => {
  const { asked } = await titlesOf(aListing({ next: 'a.next' }), {
    '/grants/': linksTo(['/funds/a'], NEXT('/grants/page/2/')),
    '/grants/page/2/': linksTo(['/funds/b'], NEXT('/grants/')),
  })
  expect(asked).toEqual(['/grants/', '/grants/page/2/'])
})

test('a listing is not followed to another site', async () => {
  const { titles } = await titlesOf(aListing({ next: 'a.next' }), {
    '/grants/': linksTo(['/funds/a'], NEXT('https://elsewhere.example/')),
  })
  expect(titles).toEqual(['a'])
})

test.for([
  [
    'has more pages than it may',
    { '/grants/': linksTo(['/funds/a'], NEXT('/grants/2')) },
    /lists more than 1 pages of links/,
  ],
  ['breaks off', { '/grants/': '<html><body><ul><li><a href="/funds/a">' }, /sent a listing that breaks off/],
  ['is empty', { '/grants/': '' }, /sent a listing that is empty/],
  [
    'has another shape',
    { '/grants/': '<html><body><a href="/funds/a">A</a></body></html>' },
    /lists no page that counts/,
  ],
  ['is not there', {}, /answered 404/],
] as const)('a listing that %s ends the harvest with that reason', async ([, answers, message]) => {
  await expect(titlesOf(aListing({ next: 'a.next', maxPages: 1 }), answers)).rejects.toThrow(message)
})

test('a page of it that fails fails the listing, so that nothing counts as withdrawn', async () => {
  const answers = {
    '/grants/': linksTo(['/funds/a'], NEXT('/grants/page/2/')),
    '/grants/page/2/': new AppError('source_unavailable', 'foundation.example answered 500, 4 times'),
  }
  await expect(titlesOf(aListing({ next: 'a.next' }, { listsEverything: true }), answers)).rejects.toThrow(
    'answered 500',
  )
})
