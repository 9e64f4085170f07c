import { instantOf } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import type { Facts } from '../../base/log.ts'
import { findProgress } from '../../db/harvest-runs.ts'
import { listFailures, listPauses } from '../../db/source-pauses.ts'
import { dueAt } from '../../domain/harvest-schedule.ts'
import { FAILURES_TO_PAUSE } from '../../domain/pause.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Budget, Runtime } from '../../runtime.ts'
import { isAwardSource } from '../../sources/awards/index.ts'
import { tellOperator } from '../sources/tell-operator.ts'
import { findSource } from './find-source.ts'
import { harvestSource } from './harvest-source.ts'

type Harvested = Awaited<ReturnType<typeof harvestSource>>

/** What a job collects: which sources are its own, and how one of them is harvested. */
export interface Collecting {
  readonly isOurs: (source: SourceEntry) => boolean
  readonly harvest: (runtime: Runtime, source: SourceEntry, budget: Budget) => Promise<Harvested>
  /** What to say to somebody who names a source of another job. */
  readonly otherJob: string
}

export interface CollectOrder {
  readonly only: string | null
  readonly evenIfNotDue: boolean
}

/** Brings the catalogue up to date with every enabled source of opportunities that is due, or the one named. */
export const collectOpportunities = (runtime: Runtime, order: CollectOrder): Promise<Facts> =>
  collectSources(runtime, order, {
    isOurs: (source) => !isAwardSource(source),
    harvest: harvestSource,
    otherJob: 'It has past awards: run the job collect-awards',
  })

/**
 * Harvests every enabled source of a job that is due and not paused, and tells the operator of those that have
 * been paused. One failing source does not stop the rest.
 *
 * @param only - the id of the one source to harvest; null for all
 * @returns counts over all of them; `failed` sources did not reach a page or their end, `resting` ones
 *   asked for silence, `paused` ones are left alone by now because they kept failing
 * @throws AppError `not_found` when no source has that id, `invalid` when it is one of another job
 */
export async function collectSources(
  runtime: Runtime,
  { only, evenIfNotDue }: CollectOrder,
  job: Collecting,
): Promise<Facts> {
  const runs: (Harvested | null)[] = []
  const left = allowance(runtime)
  const paused = new Set((await listPauses(runtime.db)).map(({ sourceId }) => sourceId))
  for (const source of chosen(runtime, only, paused, job)) {
    if (isSpent(left(runs)) || runtime.stopping.aborted) break
    if (evenIfNotDue || (await isDue(runtime, source)))
      runs.push(await harvest(runtime, source, left(runs), job))
  }
  await tellOperator(runtime)
  const sum = (count: (run: Harvested) => number) =>
    runs.reduce((total, run) => total + (run ? count(run) : 0), 0)
  return {
    sources: runs.length,
    failed: runs.filter((run) => run === null || (run.error !== null && !run.resting)).length,
    resting: sum(({ resting }) => Number(resting)),
    paused: (await listPauses(runtime.db)).length,
    seen: sum(({ counts }) => counts.seen),
    new: sum(({ counts }) => counts.new),
    changed: sum(({ counts }) => counts.changed),
    withdrawn: sum(({ counts }) => counts.withdrawn),
    quarantined: sum(({ counts }) => counts.quarantined),
  }
}

/** One that is named is tried though it is paused or switched off. */
function chosen(
  { registry }: Runtime,
  only: string | null,
  paused: ReadonlySet<string>,
  job: Collecting,
): readonly SourceEntry[] {
  if (only === null) {
    return registry.sources.filter((source) => source.enabled && !paused.has(source.id) && job.isOurs(source))
  }
  const source = findSource(registry, only)
  if (!job.isOurs(source)) throw new AppError('invalid', `${source.name} is not read here. ${job.otherJob}`)
  return [source]
}

/** Due when its hours are over since it was last read to its end, and the wait after its failures. */
async function isDue({ db, now }: Runtime, { id, everyHours }: SourceEntry): Promise<boolean> {
  const [progress, failures] = await Promise.all([
    findProgress(db, id),
    listFailures(db, id, FAILURES_TO_PAUSE - 1),
  ])
  const due = dueAt({ everyHours, lastGoodAt: progress?.lastGoodAt ?? null, failures })
  return due === null || due <= instantOf(now())
}

/** Null when the source's entry is wrong, which the log says. */
async function harvest(
  runtime: Runtime,
  source: SourceEntry,
  budget: Budget,
  job: Collecting,
): Promise<Harvested | null> {
  try {
    const run = await job.harvest(runtime, source, budget)
    runtime.log.info('source.harvested', {
      source: source.id,
      finished: run.finished,
      error: run.error,
      ...run.counts,
    })
    return run
  } catch (error) {
    runtime.log.error('source.failed', error, { source: source.id })
    return null
  }
}

/** A page costs some dozen statements. */
const isSpent = ({ ms, statements }: Budget): boolean => ms <= 0 || statements < 20

/** What is left of the budget of the whole run after these harvests. */
function allowance({ now, budget }: Runtime): (runs: readonly (Harvested | null)[]) => Budget {
  const started = now().getTime()
  return (runs) => ({
    ms: Math.max(0, budget.ms - (now().getTime() - started)),
    statements: runs.reduce((left, run) => left - (run?.statements ?? 0), budget.statements),
  })
}
