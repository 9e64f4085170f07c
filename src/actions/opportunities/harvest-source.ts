import { type Instant, instantOf, sayInstant } from '../../base/date.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import {
  addHarvestRun,
  findProgress,
  type HarvestCounts,
  type HarvestProgress,
  type HarvestRun,
  putProgress,
} from '../../db/harvest-runs.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Budget, Runtime } from '../../runtime.ts'
import { openSource } from '../../sources/index.ts'
import { politeGet } from '../../sources/polite-get.ts'
import type { Page, SourceReader } from '../../sources/source.ts'
import { SourceBusy } from '../../sources/source-busy.ts'
import { storePage } from './store-page.ts'
import { withdrawnSince } from './withdrawn-since.ts'

const NOTHING: HarvestCounts = {
  pages: 0,
  seen: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  withdrawn: 0,
  skipped: 0,
  quarantined: 0,
}

/** Statements that a page costs beside those of its own records: reading what is known, the run's record. */
const OVERHEAD = 3

type Lent = Pick<
  Runtime,
  'db' | 'fetch' | 'log' | 'now' | 'newId' | 'sleep' | 'config' | 'progress' | 'budget' | 'stopping'
>

/**
 * Reads a source from where the last harvest stopped, page by page, each stored in one commit
 * together with the place to go on from. It stops at the end, when its budget runs out, when the
 * source asks for silence, or when a page cannot be had; whatever was stored stays.
 *
 * @param budget - what this harvest may use
 * @returns the record of the run, with what it spent; its `error` is null when nothing went wrong
 * @throws AppError `invalid` when the source's entry in the registry is wrong
 */
export async function harvestSource(
  runtime: Lent,
  source: SourceEntry,
  budget: Budget = runtime.budget,
): Promise<HarvestRun & Ended> {
  const { db, now, newId } = runtime
  const reader = openSource(source)
  const startedAt = instantOf(now())
  const run: Run = {
    counts: NOTHING,
    statements: 0,
    resting: false,
    finished: false,
    error: null,
    progress: (await findProgress(db, source.id)) ?? { state: null, notBefore: null, lastGoodAt: null },
  }
  const { notBefore } = run.progress
  if (notBefore !== null && notBefore > startedAt) {
    run.resting = true
    run.error = `${source.name} asked for no requests before ${sayInstant(notBefore)}`
  } else {
    await readOn(runtime, source, reader, run, budget)
  }
  const { progress, statements, resting, ...outcome } = run
  const endedAt = instantOf(now())
  const record = { id: newId(), sourceId: source.id, startedAt, endedAt, ...outcome }
  await db.commit([putProgress(db, source.id, endedAt, progress), addHarvestRun(db, record)])
  return { ...record, statements: statements + OVERHEAD, resting }
}

interface Spent {
  /** How many statements went to the database. */
  readonly statements: number
}

interface Ended extends Spent {
  /** Whether it stopped because the source asked for silence, which is no fault. */
  readonly resting: boolean
}

/** A harvest under way. */
interface Run {
  statements: number
  resting: boolean
  counts: HarvestCounts
  finished: boolean
  error: string | null
  progress: HarvestProgress
}

/** Stores pages until the end, the budget or a failure, and notes in `run` how far it came. */
async function readOn(runtime: Lent, source: SourceEntry, reader: SourceReader, run: Run, budget: Budget) {
  try {
    for await (const step of storePages(runtime, source, reader, run.progress, budget)) {
      run.counts = add(run.counts, step.counts)
      run.statements += step.statements
      run.finished = step.last
      run.progress = step.progress
      runtime.progress(source.name, run.counts.seen, null)
    }
  } catch (error) {
    run.error = messageOf(error)
    if (error instanceof SourceBusy) {
      run.resting = true
      run.progress = { ...run.progress, notBefore: error.retryAt }
    } else if (!(error instanceof AppError)) {
      runtime.log.error('harvest.broken', error, { source: source.id })
    }
  }
}

interface Step extends Spent {
  readonly counts: HarvestCounts
  readonly progress: HarvestProgress
  readonly last: boolean
}

async function* storePages(
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
    const records = [...readAll(reader, page), ...(await withdrawnSince(runtime, source, page))]
    const stored = await storePage(runtime, source, records)
    const at: Instant = instantOf(now())
    const next: HarvestProgress = {
      state: page.resume,
      notBefore: null,
      lastGoodAt: page.last ? at : progress.lastGoodAt,
    }
    await db.commit([...stored.statements, putProgress(db, source.id, at, next)])
    for (const { key, reason } of stored.bad) {
      runtime.log.info('record.quarantined', { source: source.id, key, reason })
    }
    const cost = stored.statements.length + OVERHEAD
    yield {
      statements: cost,
      counts: { pages: 1, seen: page.records.length, ...stored.counts },
      progress: next,
      last: page.last,
    }
    statements += cost
    // The next page may cost as much as this one.
    if (statements + cost + OVERHEAD > budget.statements) return
    if (now().getTime() - startedMs > budget.ms || runtime.stopping.aborted) return
  }
}

const readAll = (reader: SourceReader, page: Page) =>
  page.records.map(({ value, text }) => ({ text, reading: reader.read(value) }))

const add = (a: HarvestCounts, b: HarvestCounts): HarvestCounts => ({
  pages: a.pages + b.pages,
  seen: a.seen + b.seen,
  new: a.new + b.new,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
  withdrawn: a.withdrawn + b.withdrawn,
  skipped: a.skipped + b.skipped,
  quarantined: a.quarantined + b.quarantined,
})
