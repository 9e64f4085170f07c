import * as z from 'zod'
import { AppError } from '../../base/errors.ts'
import { parsePage } from '../list-connector.ts'
import { checkedSettings, webUrl } from '../settings.ts'
import { type AwardConnector, licenceOf, type Net, type OfferedList } from './award-source.ts'

const Settings = z.strictObject({
  /** Ids of the funders whose awards are read. */
  funders: z.array(z.string().min(1)).min(1),
  paceMs: z.number().nonnegative().default(1000),
  /** Of one funder; more counts as a fault of the service. */
  maxPages: z.int().min(1).default(5000),
})

const Answer = z.object({
  next: z.string().nullable().default(null),
  /** Each is judged by itself: a bad one must not take its page along. */
  results: z.array(z.unknown()),
})

const Result = z.object({ data: z.record(z.string(), z.unknown()) })
/** Of a result that is no award, that by which its place is known. */
const Named = z.object({ grant_id: z.string() })

/** The funder that is read, and its page that is next. */
const State = z.object({ funder: z.string(), next: z.string().nullable() })

/** The awards of chosen funders, from 360Giving's API: some hundred a page. */
export const awardApi: AwardConnector = {
  name: '360giving-api',
  open(entry) {
    const url = webUrl(entry)
    const { funders, paceMs, maxPages } = checkedSettings(Settings, entry)
    const about = { sourceName: entry.name, licence: licenceOf(entry) }
    const manners = { paceMs, throttle: [], accept: 'application/json' }
    const fetchPage = async (get: Net['get'], address: string) =>
      parsePage(Answer, await get(address, manners), entry.name, 'a page of grants')

    async function* pagesOf(get: Net['get'], funder: string, from: string): AsyncGenerator<OfferedList> {
      const seen = new Set<string>()
      for (let address: string | null = from; address !== null; ) {
        const page: string = address
        seen.add(page)
        // Known only once the page has been read: one that fails ends the harvest, and the next goes on there.
        let next: string | null = null
        yield {
          id: page,
          isOnOwnSite: true,
          ...about,
          async open() {
            const answer = await fetchPage(get, page)
            next = nextPage(answer.next, page, seen)
            if (next !== null && seen.size >= maxPages) throw tooMany(funder, maxPages)
            const text = JSON.stringify({ grants: answer.results.map(grantOf) })
            return { bytes: oneChunk(text), mark: null }
          },
          after: () =>
            next === null ? { funder: following(funders, funder), next: null } : { funder, next },
        }
        address = next
      }
    }

    return {
      async *lists({ get }, state) {
        const place = State.safeParse(state).data
        if (place?.funder === AFTER_ALL) return
        const at = funders.indexOf(place?.funder ?? '')
        for (const funder of funders.slice(Math.max(at, 0))) {
          const first = `${url}/org/${encodeURIComponent(funder)}/grants_made/`
          const here = place?.funder === funder ? place.next : null
          yield* pagesOf(get, funder, here ?? first)
        }
      },
      nextRound: () => null,
    }
  },
}

/** The grant; of what is none as much as tells which is missing, so that it is kept as a bad row. */
const grantOf = (result: unknown): unknown =>
  Result.safeParse(result).data?.data ?? { id: Named.safeParse(result).data?.grant_id ?? '' }

/** As the funder of a place: all have been read, and the round has but to be ended. */
const AFTER_ALL = ''

const following = (funders: readonly string[], funder: string): string =>
  funders[funders.indexOf(funder) + 1] ?? AFTER_ALL

/** @throws AppError `source_unavailable` when the link leads elsewhere, or to a page that has been read */
function nextPage(link: string | null, page: string, seen: ReadonlySet<string>): string | null {
  if (link === null || link === '') return null
  const { href, host, protocol } = new URL(link, page)
  const { host: ownHost, protocol: own } = new URL(page)
  // Behind a proxy the service may write http where it is asked by https.
  if (host !== ownHost || !/^https?:$/.test(protocol)) {
    throw new AppError('source_unavailable', `${ownHost} sent a next page that is on another site: ${host}`)
  }
  const address = href.replace(protocol, own)
  if (seen.has(address))
    throw new AppError('source_unavailable', `${ownHost} sent one page as the next twice`)
  return address
}

const tooMany = (funder: string, most: number) =>
  new AppError('source_unavailable', `The awards of ${funder} have more than ${most} pages`)

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
