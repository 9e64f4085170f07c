import { type Instant, instantOf } from '../../base/date.ts'
import { type HarvestCounts, type HarvestProgress, putProgress } from '../../db/harvest-runs.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { FactCounts } from '../../domain/told-facts.ts'
import type { Budget, Runtime } from '../../runtime.ts'
import { politeGet } from '../../sources/polite-get.ts'
import type { Page, SourceReader } from '../../sources/source.ts'
import { againWhenOvertaken } from '../again-when-overtaken.ts'
import { readPage } from './read-page.ts'
import { storePage } from './store-page.ts'
import { withdrawnSince } from './withdrawn-since.ts'

/** Statements that a page costs beside those of its own records: reading what is known, twice, and of which places, the run's record. */
export const OVERHEAD = 5

type Lent = Pick<Runtime, 'db' | 'fetch' | 'log' | 'now' | 'newId' | 'sleep' | 'config' | 'stopping'>

/** One page that has been stored. */
export interface Step {
  /** How many statements went to the database. */
  readonly statements: number
  readonly counts: HarvestCounts
  readonly facts: FactCounts
  /** How many items the source offers in all; null when the page does not say. */
  readonly offered: number | null
  /** How many stood in its list; null before the end of one. */
  readonly listed: number | null
  readonly progress: HarvestProgress
  readonly last: boolean
}

/**
 * Reads pages and stores each in one commit together with the place to go on from, until the end or
 * until the budget is spent.
 *
 * @throws SourceBusy when the source asks for silence, AppError `source_unavailable` when a page cannot be had
 */
export async function* harvestPages(
  runtime: Lent,
  source: SourceEntry,
  reader: SourceReader,
  progress: HarvestProgress,
  budget: Budget,
): AsyncIterable<Step> {
  const { db, now } = runtime
  const startedMs = now().getTime()
  const get = politeGet(runtime, {
    userAgent: `fundlocal (+${runtime.config.contact})`,
    own: [source.url],
  })
  let statements = 0
  for await (const page of reader.pages(get, progress.state, instantOf(now()))) {
    const at: Instant = instantOf(now())
    const next: HarvestProgress = {
      state: page.resume,
      notBefore: null,
      lastGoodAt: page.last ? at : progress.lastGoodAt,
    }
    const stored = await againWhenOvertaken(async () => {
      const { records, standing } = await readPage(db, source, reader, page)
      const gone = await withdrawnSince(runtime, source, page)
      const prepared = await storePage(runtime, source, [...records, ...gone], standing)
      await db.commit([...prepared.statements, putProgress(db, source.id, at, next)])
      return prepared
    })
    for (const { key, reason } of stored.bad) {
      runtime.log.info('record.quarantined', { source: source.id, key, reason })
    }
    const cost = stored.statements.length + OVERHEAD
    yield {
      statements: cost,
      counts: { pages: 1, seen: page.records.length, ...stored.counts },
      facts: stored.facts,
      ...totalsOf(page),
      progress: next,
      last: page.last,
    }
    statements += cost
    // The next page may cost as much as this one.
    const isSpent =
      statements + cost + OVERHEAD > budget.statements || now().getTime() - startedMs > budget.ms
    if (isSpent || runtime.stopping.aborted) return
  }
}

const totalsOf = ({ offered, listed }: Page): Pick<Step, 'offered' | 'listed'> => ({
  offered: offered?.length ?? null,
  listed: listed ?? null,
})
