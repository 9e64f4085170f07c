import { instantOf } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { mergePage } from '../../catalogue/merge-page.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Runtime } from '../../runtime.ts'
import { isAwardSource } from '../../sources/awards/index.ts'
import { compareFields } from '../../sources/compare-fields.ts'
import { openSource } from '../../sources/index.ts'
import { politeGet } from '../../sources/polite-get.ts'
import type { SourceCheck } from '../../sources/say-check.ts'
import type { Page, SourceReader } from '../../sources/source.ts'
import { checkAwardSource } from '../awards/check-source.ts'
import { findSource } from './find-source.ts'

type Lent = Pick<Runtime, 'fetch' | 'now' | 'newId' | 'sleep' | 'log' | 'config' | 'registry'>

/**
 * Reads the first page with records that a first harvest of a source would read, and compares it with
 * what its connector expects. Stores nothing, and does not mind whether the source is switched on.
 *
 * @param file - a saved page, which is read instead: of a site with a page for each opportunity one of these, else
 *   what answers every request; null to ask the source
 * @throws AppError `not_found` when no source has that id, `source_unavailable` when the page cannot be had
 */
export async function checkSource(runtime: Lent, id: string, file: string | null): Promise<SourceCheck> {
  const source = findSource(runtime.registry, id)
  if (isAwardSource(source)) return checkAwardSource(runtime, source, file)
  const reader = openSource(source)
  const records = await firstRecords(runtime, reader, source, file)
  const readings = records.map(({ value }) => reader.read(value))
  const context = { source, at: instantOf(runtime.now()), newId: runtime.newId }
  const { bad } = mergePage(context, readings, new Map())
  const skipped = readings.flatMap((reading) => (reading.outcome === 'skipped' ? [reading.reason] : []))
  return {
    source,
    where: file ?? source.url,
    records: records.length,
    good: records.length - skipped.length - bad.length,
    skipped,
    bad,
    ...compareFields(
      records.map(({ value }) => reader.sent(value)),
      reader.fields,
    ),
  }
}

async function firstRecords(
  runtime: Lent,
  reader: SourceReader,
  source: SourceEntry,
  file: string | null,
): Promise<Page['records']> {
  const { config } = runtime
  const now = instantOf(runtime.now())
  const fetch = file === null ? runtime.fetch : answeringWith(runtime, file)
  const get = politeGet(
    { ...runtime, fetch },
    {
      userAgent: `fundlocal (+${config.contact})`,
      own: [source.url],
    },
  )
  if (file !== null && reader.readSaved) {
    return [reader.readSaved(await get(source.url, { paceMs: 0, throttle: [] }), now)]
  }
  let first: Page | null = null
  for await (const page of reader.pages(get, null, now)) {
    first = page
    // Some sources list first what they tell after.
    if (page.records.length > 0) break
  }
  if (first === null) throw new AppError('source_unavailable', `${source.name} sent no page`)
  return first.records
}

/** Answers every request with the saved page, which is not the robots.txt of any site. */
const answeringWith =
  ({ fetch }: Lent, file: string): Runtime['fetch'] =>
  async (url) =>
    new URL(url).pathname === '/robots.txt'
      ? new Response('', { status: 404 })
      : fetch(`file:${encodeURI(file)}`, {}, 'anywhere')
