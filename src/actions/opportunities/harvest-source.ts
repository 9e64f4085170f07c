import { instantOf, sayInstant } from '../../base/date.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import {
  findProgress,
  type HarvestCounts,
  type HarvestProgress,
  type HarvestRun,
  NO_COUNTS,
} from '../../db/harvest-runs.ts'
import { countOpenBySource } from '../../db/opportunities.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { addFacts, type FactCounts, NO_FACTS } from '../../domain/told-facts.ts'
import type { Budget, Runtime } from '../../runtime.ts'
import { openSource } from '../../sources/index.ts'
import { SourceBusy } from '../../sources/source-busy.ts'
import { endHarvest } from '../sources/end-harvest.ts'
import { harvestPages, OVERHEAD } from './harvest-pages.ts'

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
 * @returns the record of the run, with what it spent; its `error` is null when nothing went wrong, and
 *   says so when the source's entry in the registry is
 */
export async function harvestSource(
  runtime: Lent,
  source: SourceEntry,
  budget: Budget = runtime.budget,
): Promise<HarvestRun & Spent> {
  const { db, now, newId } = runtime
  const startedAt = instantOf(now())
  const run: Run = {
    counts: NO_COUNTS,
    facts: NO_FACTS,
    offered: null,
    listed: null,
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
    await readOn(runtime, source, run, budget)
  }
  const { progress, statements, ...outcome } = run
  const endedAt = instantOf(now())
  const open = (await countOpenBySource(db, endedAt, source.id)).get(source.id) ?? 0
  const record = { id: newId(), sourceId: source.id, startedAt, endedAt, open, ...outcome }
  const recorded = await endHarvest(runtime, record, progress)
  return { ...recorded, statements: statements + OVERHEAD }
}

interface Spent {
  /** How many statements went to the database. */
  readonly statements: number
}

/** A harvest under way. */
interface Run {
  statements: number
  resting: boolean
  counts: HarvestCounts
  facts: FactCounts
  offered: number | null
  listed: number | null
  finished: boolean
  error: string | null
  progress: HarvestProgress
}

/** Stores pages until the end, the budget or a failure, and notes in `run` how far it came. */
async function readOn(runtime: Lent, source: SourceEntry, run: Run, budget: Budget) {
  try {
    for await (const step of harvestPages(runtime, source, openSource(source), run.progress, budget)) {
      run.counts = add(run.counts, step.counts)
      run.facts = addFacts(run.facts, step.facts)
      run.offered = step.offered
      run.listed = step.listed
      run.statements += step.statements
      run.finished = step.last
      run.progress = step.progress
      runtime.progress(source.name, run.counts.seen, null)
    }
  } catch (error) {
    run.error = sayFault(error)
    if (error instanceof SourceBusy) {
      run.resting = true
      run.progress = { ...run.progress, notBefore: error.retryAt }
    } else if (!(error instanceof AppError)) {
      runtime.log.error('harvest.broken', error, { source: source.id })
    }
  }
}

/** A fault of ours is not the source's: who reads of it must not look there. */
const sayFault = (error: unknown): string =>
  error instanceof AppError || error instanceof SourceBusy
    ? error.message
    : `Something went wrong in fundlocal itself, not at the source: ${messageOf(error)}`

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
