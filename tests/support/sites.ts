import type { SourceEntry } from '../../src/domain/source.ts'
import { anItem, anRss } from '../fixtures/feed/feeds.ts'
import { aGrantPage, aListedGrant, listHtml, pageHtml } from '../fixtures/find-a-grant/grants.ts'
import { aCommonGrant, aGovukResult, aGrantsGovHit, aSediaResult } from '../fixtures/lists/items.ts'
import { aPackage, aRelease } from '../fixtures/ocds/releases.ts'
import { aFundPage, aSitemap, FIELDS, ORIGIN } from '../fixtures/pages/site.ts'
import { aSource } from './builders.ts'

/** What was asked of a site. */
export interface Asked {
  readonly url: URL
  readonly body: string
}

/** An invented site of one kind of source, whose list has two items a page where it has pages. */
export interface Site {
  readonly entry: SourceEntry
  /** Whether its list has pages. */
  readonly isPaged: boolean
  /** The number of the list's page that is asked for, 1 for the first; null when it is another page. */
  pageOf(asked: Asked): number | null
  /** What it answers when it offers the items of these numbers, which make their titles: "Call 7". */
  answer(items: readonly number[], asked: Asked): string
}

export const PAGE_SIZE = 2

/** The items of a page, of which the first is 1. */
const onPage = (items: readonly number[], page: number): readonly number[] =>
  items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)

const pageParam = ({ url }: Asked): number => Number(url.searchParams.get('page') ?? 1)

const aGrant = (n: number) => aListedGrant({ id: `Entry${n}`, label: `call-${n}-1`, grantName: `Call ${n}` })

const findAGrant: Site = {
  isPaged: true,
  entry: aSource({
    connector: 'find-a-grant',
    url: 'https://site.example/grants',
    settings: { paceMs: 0 },
  }),
  pageOf: (asked) => (asked.url.pathname === '/grants' ? pageParam(asked) : null),
  answer(items, asked) {
    if (asked.url.pathname === '/robots.txt') return ''
    const page = this.pageOf(asked)
    if (page !== null) return listHtml(onPage(items, page).map(aGrant), items.length)
    const n = Number(/call-(\d+)-1$/.exec(asked.url.pathname)?.[1])
    return pageHtml(aGrantPage(aGrant(n)))
  },
}

/** Grants.gov: one POST a page, with the number of the first hit. */
const grantsGov: Site = {
  isPaged: true,
  entry: aSource({
    connector: 'grants-gov',
    url: 'https://site.example/v1/api/search2',
    settings: { paceMs: 0, pageSize: PAGE_SIZE, listsEverything: true },
  }),
  pageOf: ({ body }) => JSON.parse(body).startRecordNum / PAGE_SIZE + 1,
  answer(items, asked) {
    const oppHits = onPage(items, this.pageOf(asked) ?? 1).map((n) =>
      aGrantsGovHit({ id: `${n}`, title: `Call ${n}` }),
    )
    return JSON.stringify({ errorcode: 0, msg: 'fine', data: { hitCount: items.length, oppHits } })
  },
}

const govukSearch: Site = {
  isPaged: true,
  entry: aSource({
    connector: 'govuk-search',
    url: 'https://site.example/api/search.json',
    settings: { paceMs: 0, pageSize: PAGE_SIZE, listsEverything: true, documentType: 'example_fund' },
  }),
  pageOf: ({ url }) => Number(url.searchParams.get('start')) / PAGE_SIZE + 1,
  answer(items, asked) {
    const results = onPage(items, this.pageOf(asked) ?? 1).map((n) =>
      aGovukResult({ link: `/funds/call-${n}`, title: `Call ${n}` }),
    )
    return JSON.stringify({ results, total: items.length, start: 0 })
  },
}

const commonGrants: Site = {
  isPaged: true,
  entry: aSource({
    connector: 'common-grants',
    url: 'https://site.example/common-grants/opportunities',
    settings: { paceMs: 0, pageSize: PAGE_SIZE, listsEverything: true },
  }),
  pageOf: pageParam,
  answer(items, asked) {
    const page = pageParam(asked)
    return JSON.stringify({
      status: 200,
      message: 'Success',
      items: onPage(items, page).map((n) => aCommonGrant({ id: `id-${n}`, title: `Call ${n}` })),
      paginationInfo: { page, pageSize: PAGE_SIZE, totalItems: items.length },
    })
  },
}

const sedia: Site = {
  isPaged: true,
  entry: aSource({
    connector: 'sedia',
    url: 'https://site.example/rest/search?apiKey=SEDIA&text=***',
    settings: { paceMs: 0, pageSize: PAGE_SIZE, listsEverything: true },
  }),
  pageOf: ({ url }) => Number(url.searchParams.get('pageNumber')),
  answer(items, asked) {
    const results = onPage(items, this.pageOf(asked) ?? 1).map((n) =>
      aSediaResult({}, { identifier: [`TOPIC-${n}`], title: [`Call ${n}`] }),
    )
    return JSON.stringify({ totalResults: items.length, pageNumber: 1, results })
  },
}

/** Sources whose list has numbered pages. */
export const LISTS: readonly Site[] = [findAGrant, commonGrants, govukSearch, grantsGov, sedia]

/** Pages of releases, each with the address of the next. */
const ocds: Site = {
  isPaged: true,
  entry: aSource({
    connector: 'ocds',
    url: 'https://site.example/api/search',
    settings: { paceMs: 0, windowHours: 48, lookbackDays: 1, overlapMinutes: 0 },
  }),
  pageOf: pageParam,
  answer(items, asked) {
    const page = pageParam(asked)
    const releases = onPage(items, page).map((n) =>
      aRelease({ ocid: `ocds-test-${n}`, id: `release-${n}` }, { title: `Call ${n}` }),
    )
    const hasMore = page * PAGE_SIZE < items.length
    return aPackage(releases, hasMore ? `https://site.example/api/search?page=${page + 1}` : null)
  },
}

const feed: Site = {
  isPaged: false,
  entry: aSource({
    connector: 'feed',
    url: 'https://site.example/feed',
    settings: { paceMs: 0, funder: { name: 'Foundation' } },
  }),
  pageOf: ({ url }) => (url.pathname === '/feed' ? 1 : null),
  answer: (items, { url }) =>
    url.pathname === '/robots.txt' ? '' : anRss(...items.map((n) => anItem(n, { title: `Call ${n}` }))),
}

/** A sitemap, and a page for each fund. */
const pages: Site = {
  isPaged: false,
  entry: aSource({
    connector: 'pages',
    url: `${ORIGIN}/sitemap.xml`,
    settings: {
      discovery: 'sitemap',
      listsEverything: true,
      funder: { name: 'Foundation' },
      fields: FIELDS,
      paceMs: 0,
    },
  }),
  pageOf: ({ url }) => (url.pathname === '/sitemap.xml' ? 1 : null),
  answer(items, { url: { pathname } }) {
    if (pathname === '/robots.txt') return ''
    if (pathname === '/sitemap.xml') {
      return aSitemap(Object.fromEntries(items.map((n) => [`/fund/${n}/`, '2026-05-01'])))
    }
    return aFundPage({ title: `Call ${pathname.split('/')[2]}` })
  },
}

const file: Site = {
  isPaged: false,
  entry: aSource({ connector: 'file', url: 'https://site.example/calls.json' }),
  pageOf: () => 1,
  answer: (items) =>
    JSON.stringify(
      items.map((n) => ({
        key: `${n}`,
        title: `Call ${n}`,
        funder: 'Foundation',
        url: `https://fund.example/${n}`,
      })),
    ),
}

/** One of every kind of source that we read. */
export const SITES: readonly Site[] = [...LISTS, ocds, feed, pages, file]
