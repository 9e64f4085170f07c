import type { SourceEntry } from '../../src/domain/source.ts'
import { aGrantPage, aListedGrant, listHtml, pageHtml } from '../fixtures/find-a-grant/grants.ts'
import { aSource } from './builders.ts'

/** What was asked of a site. */
export interface Asked {
  readonly url: URL
  readonly body: string
}

/** An invented site of one kind of source, whose list has two items a page. */
export interface Site {
  readonly entry: SourceEntry
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
  entry: aSource({
    connector: 'find-a-grant',
    url: 'https://site.example/grants',
    settings: { paceMs: 0 },
  }),
  pageOf: (asked) => (asked.url.pathname === '/grants' ? pageParam(asked) : null),
  answer(items, asked) {
    const page = this.pageOf(asked)
    if (page !== null) return listHtml(onPage(items, page).map(aGrant), items.length)
    const n = Number(/call-(\d+)-1$/.exec(asked.url.pathname)?.[1])
    return pageHtml(aGrantPage(aGrant(n)))
  },
}

export const SITES: readonly Site[] = [findAGrant]
