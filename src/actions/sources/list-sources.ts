import { type Instant, instantOf } from '../../base/date.ts'
import type { Database } from '../../db/database.ts'
import { countOpenBySource } from '../../db/opportunities.ts'
import { listSourceHealth, listTotals, type SourceHealth } from '../../db/source-health.ts'
import { listFailures, listPauses } from '../../db/source-pauses.ts'
import { type Drift, driftOf } from '../../domain/drift.ts'
import { type CollectJob, nextHarvestAt } from '../../domain/harvest-schedule.ts'
import { FAILURES_TO_PAUSE, type Pause } from '../../domain/pause.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Runtime } from '../../runtime.ts'
import { jobOf } from './job-of.ts'

/** A source of the registry and how it is. */
export interface SourceState {
  readonly entry: SourceEntry
  /** The one that harvests it. */
  readonly job: CollectJob
  /** Null before its first harvest. */
  readonly health: SourceHealth | null
  /** Its opportunities that are open now. */
  readonly open: number
  readonly drift: Drift
  /** Null unless it is left alone because it kept failing. */
  readonly pause: Pause | null
  /** When it is harvested next; null while nothing but a person asks for it. */
  readonly nextAt: Instant | null
}

/** Runs that are compared with one another: with those of every hour, of two weeks and two days before. */
const COMPARED = 384

/** Every source of the registry, in its order, those among them that are switched off. */
export async function listSources({
  db,
  now,
  registry,
}: Pick<Runtime, 'db' | 'now' | 'registry'>): Promise<SourceState[]> {
  const moment = now()
  const [all, open, pauses] = await Promise.all([
    listSourceHealth(db),
    countOpenBySource(db, instantOf(moment)),
    listPauses(db),
  ])
  return Promise.all(
    registry.sources.map(async (entry) => {
      const health = all.find(({ sourceId }) => sourceId === entry.id) ?? null
      const pause = pauses.find(({ sourceId }) => sourceId === entry.id) ?? null
      return {
        entry,
        job: jobOf(entry),
        health,
        open: open.get(entry.id) ?? 0,
        drift: driftOf(health === null ? [] : await listTotals(db, entry.id, COMPARED)),
        pause,
        nextAt: entry.enabled && pause === null ? await nextAt(db, moment, entry, health) : null,
      }
    }),
  )
}

async function nextAt(
  db: Database,
  now: Date,
  entry: SourceEntry,
  health: SourceHealth | null,
): Promise<Instant> {
  const { lastGoodAt = null, notBefore = null, lastRun = null } = health ?? {}
  // Without an error in the newest run there is no failure to wait after.
  const failures = lastRun?.error == null ? [] : await listFailures(db, entry.id, FAILURES_TO_PAUSE - 1)
  const { everyHours } = entry
  return nextHarvestAt(now, { job: jobOf(entry), everyHours, lastGoodAt, failures, notBefore })
}
