import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../src/base/date.ts'
import { silentLog } from '../../src/base/log.ts'
import type { Reading, SourceEntry } from '../../src/domain/source.ts'
import { openSource } from '../../src/sources/index.ts'
import { type Lent, type Limits, politeGet } from '../../src/sources/polite-get.ts'
import type { Page, PoliteGet, SourceReader } from '../../src/sources/source.ts'
import { aSource } from './builders.ts'

export const ONE_JUNE = '2026-06-01T12:00:00.000Z' as Instant

export const anOcdsSource = (over: Partial<SourceEntry> = {}): SourceEntry =>
  aSource({
    id: 'notices',
    name: 'Example Notices',
    connector: 'ocds',
    url: 'https://notices.example/api/search',
    ...over,
  })

/** Fetches politely, and takes whatever a test asks for as an address of the operator's own. */
export function getOwn(lent: Lent, limits: Partial<Limits> = {}): PoliteGet {
  const own: string[] = []
  const get = politeGet(lent, { userAgent: 'fundlocal (test)', own, ...limits })
  return (url, ...how) => {
    own.push(url)
    return get(url, ...how)
  }
}

/** Fetches without pauses worth mentioning, gives up after one second, and really asks. */
export const quickGet = (): PoliteGet =>
  getOwn(
    { fetch, now: () => new Date(ONE_JUNE), sleep: async () => {}, log: silentLog },
    { timeoutMs: 1_000 },
  )

/** Every page until the end, or until `most` pages. */
export async function pagesOf(
  reader: SourceReader,
  get: PoliteGet,
  { from = null, now = ONE_JUNE, most = 1_000 }: { from?: unknown; now?: Instant; most?: number } = {},
): Promise<Page[]> {
  const pages: Page[] = []
  for await (const page of reader.pages(get, from, now)) {
    pages.push(page)
    if (pages.length === most) break
  }
  return pages
}

/** What a connector makes of one record. */
export const readWith = (entry: SourceEntry, record: unknown): Reading => openSource(entry).read(record)

/** The content of a reading that must be an opportunity. */
export function contentOf(reading: Reading) {
  if (reading.outcome !== 'opportunity') throw new Error(`It is no opportunity: ${JSON.stringify(reading)}`)
  return reading.content
}

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'sources')

/** Whether the recorded pages are there: they are not part of the project. */
export const hasRecordings = existsSync(SHARED)

export const recording = (name: string): string => readFileSync(join(SHARED, name), 'utf8')
