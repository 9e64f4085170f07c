import { dayOf } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { AWARD_HEADINGS, awardField } from '../../catalogue/awards/award-headings.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Runtime } from '../../runtime.ts'
import { openAwardSource } from '../../sources/awards/index.ts'
import { compareFields } from '../../sources/compare-fields.ts'
import { politeGet, politeOpen } from '../../sources/polite-get.ts'
import type { SourceCheck } from '../../sources/say-check.ts'
import { AwardList } from './award-list.ts'
import { type AwardRow, readAwardList } from './read-list.ts'

/** Rows of the first list that are looked at. */
const MOST_ROWS = 500

type Lent = Pick<Runtime, 'fetch' | 'now' | 'sleep' | 'log' | 'config'>

/**
 * Reads the beginning of the first list of a source of awards, and compares it with what is expected.
 * Stores nothing.
 *
 * @param file - a saved list, which is read instead of what the source has; null to ask the source
 * @throws AppError `source_unavailable` when no list can be had, `invalid` when it is no list of awards
 */
export async function checkAwardSource(
  runtime: Lent,
  source: SourceEntry,
  file: string | null,
): Promise<SourceCheck> {
  const { where, sourceName, licence, rows } = await firstRows(runtime, source, file)
  const list = new AwardList({ sourceName, licence }, dayOf(runtime.now()))
  for (const row of rows) list.read(row)
  return {
    source,
    where,
    records: rows.length,
    good: list.waiting,
    skipped: Array(list.individuals).fill('It was made to a person'),
    bad: list.refused.map(({ line, faults }) => ({ key: `line ${line}`, reason: faults.join('; ') })),
    ...compareFields(rows.map(sentFields), Object.values(AWARD_HEADINGS)),
  }
}

/** What the row had, under our headings where we read it, and else as the list calls it. */
const sentFields = ({ sent }: AwardRow): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...sent()].map(([name, text]) => {
      const field = awardField(name)
      return [field === undefined ? name.replace(/^\/|\/\d+(?=\/|$)/g, '') : AWARD_HEADINGS[field], text]
    }),
  )

async function firstRows(runtime: Lent, source: SourceEntry, file: string | null) {
  const own = [source.url, ...(file === null ? [] : [`file:${encodeURI(file)}`])]
  const limits = { userAgent: `fundlocal (+${runtime.config.contact})`, own }
  const open = politeOpen(runtime, limits)
  if (file !== null) {
    const bytes = await open(`file:${encodeURI(file)}`, { paceMs: 0, throttle: [] })
    const about = { where: file, sourceName: source.name, licence: source.licence }
    return { ...about, rows: await beginning(bytes, file) }
  }
  for await (const list of openAwardSource(source).lists({ get: politeGet(runtime, limits), open }, null)) {
    const { bytes } = await list.open()
    const { id: where, sourceName, licence } = list
    return { where, sourceName, licence, rows: await beginning(bytes, sourceName) }
  }
  throw new AppError('source_unavailable', `${source.name} has no list`)
}

async function beginning(bytes: AsyncIterable<Uint8Array>, name: string): Promise<AwardRow[]> {
  const rows: AwardRow[] = []
  for await (const row of readAwardList(bytes, name)) {
    rows.push(row)
    if (rows.length === MOST_ROWS) break
  }
  return rows
}
