import { instantOf, sayInstant } from '../../base/date.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import { findProgress, type HarvestRun } from '../../db/harvest-runs.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { NO_FACTS } from '../../domain/told-facts.ts'
import type { Budget, Runtime } from '../../runtime.ts'
import type { Net, OfferedList } from '../../sources/awards/award-source.ts'
import { openAwardSource } from '../../sources/awards/index.ts'
import { politeGet, politeOpen } from '../../sources/polite-get.ts'
import { SourceBusy } from '../../sources/source-busy.ts'
import { endHarvest } from '../sources/end-harvest.ts'
import { AwardRun } from './award-run.ts'
import { HarvestedList } from './harvested-list.ts'

/** Largest file, in bytes: the largest that publishers have is some 200 MB. */
const MOST_BYTES = 512 * 1024 * 1024

/** A timer that is set for longer goes off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Awards are no opportunities: of these nothing is told, offered, listed or open. */
const NO_OPPORTUNITIES = { facts: NO_FACTS, offered: null, listed: null, open: 0 }

/** That the record of a run costs. */
const STATEMENTS = 5

type Lent = Pick<
  Runtime,
  'db' | 'fetch' | 'log' | 'now' | 'newId' | 'sleep' | 'config' | 'progress' | 'budget' | 'stopping'
>

/**
 * Reads a source of awards from where the last harvest stopped: list by list, rows by the batch, each
 * stored in one commit together with the place to go on from. A list that cannot be read is put in
 * quarantine with its reason, and the next is read; one on the source's own site ends the harvest. An award
 * that is gone from a list stays.
 *
 * @param budget - what this harvest may use
 * @returns the record of the run, with what it spent; its `error` is null when any list could be read, or
 *   none was new, and says so when the source's entry in the registry is wrong
 */
export async function harvestAwards(
  runtime: Lent,
  source: SourceEntry,
  budget: Budget = runtime.budget,
): Promise<HarvestRun & { readonly statements: number }> {
  const { db, now, newId } = runtime
  const startedAt = instantOf(now())
  const run = new AwardRun(await findProgress(db, source.id), budget, runtime)
  const { notBefore } = run.progress
  if (notBefore !== null && notBefore > startedAt) {
    run.rest(`${source.name} asked for no requests before ${sayInstant(notBefore)}`, notBefore)
  } else {
    await readLists(runtime, source, run, stopOf(runtime, budget))
  }
  const endedAt = instantOf(now())
  const { counts, finished, error, resting } = run
  const outcome = { counts, finished, error, resting, ...NO_OPPORTUNITIES }
  const record = { id: newId(), sourceId: source.id, startedAt, endedAt, ...outcome }
  const recorded = await endHarvest(runtime, record, run.progress)
  return { ...recorded, statements: run.statements + STATEMENTS }
}

async function readLists(
  runtime: Lent,
  source: SourceEntry,
  run: AwardRun,
  stop: AbortSignal,
): Promise<void> {
  try {
    const reader = openAwardSource(source)
    const isOver = await readEach(reader.lists(netOf(runtime, source, stop), run.state.reader), run, (list) =>
      new HarvestedList(runtime, source, run, list).read(),
    )
    if (isOver) run.end(reader.nextRound(run.state.reader))
  } catch (error) {
    if (error instanceof SourceBusy) run.rest(messageOf(error), error.retryAt)
    else run.fail(messageOf(error))
    if (!(error instanceof SourceBusy || error instanceof AppError)) {
      runtime.log.error('harvest.broken', error, { source: source.id })
    }
  }
}

/** @returns whether all have been read, or else the budget is spent */
async function readEach(
  lists: AsyncIterable<OfferedList>,
  run: AwardRun,
  read: (list: OfferedList) => Promise<boolean>,
): Promise<boolean> {
  for await (const list of lists) {
    // Asked before each list and not after: whether there is another only shows now.
    if (run.isSpent() || !(await read(list))) return false
  }
  return true
}

/** Aborted when the host wants to stop or the time is over: a file that hardly comes must not hold us up. */
const stopOf = ({ stopping }: Lent, { ms }: Budget): AbortSignal =>
  AbortSignal.any([stopping, AbortSignal.timeout(Math.min(ms, LONGEST_TIMER_MS))])

function netOf(runtime: Lent, { url }: SourceEntry, stop: AbortSignal): Net {
  const limits = { userAgent: `fundlocal (+${runtime.config.contact})`, own: [url] }
  return {
    get: politeGet(runtime, limits),
    open: politeOpen(runtime, { ...limits, maxBytes: MOST_BYTES, tries: 2, stop }),
  }
}
