import type { Database, Statement } from '../../db/database.ts'
import type { HarvestRun } from '../../db/harvest-runs.ts'
import { addPause, endPause, listFailures, listPauses } from '../../db/source-pauses.ts'
import { FAILURES_TO_PAUSE, type Pause } from '../../domain/pause.ts'

/** What a harvest does to whether its source is asked again, to be committed with its record. */
interface PauseAfter {
  readonly statements: readonly Statement[]
  /** The pause that begins with it; null when none does. */
  readonly pause: Pause | null
}

const NOTHING: PauseAfter = { statements: [], pause: null }

/** Pauses a source with its fifth failure in a row, and starts it again with a harvest that went well. */
export async function pauseAfter(db: Database, newId: () => string, run: HarvestRun): Promise<PauseAfter> {
  const { sourceId, error, resting } = run
  if (resting) return NOTHING
  if (error === null) return { statements: [endPause(db, sourceId, run.endedAt)], pause: null }
  if ((await listPauses(db)).some((pause) => pause.sourceId === sourceId)) return NOTHING
  const before = await listFailures(db, sourceId, FAILURES_TO_PAUSE - 1)
  const failures = [{ at: run.startedAt, error }, ...before]
  if (failures.length < FAILURES_TO_PAUSE) return NOTHING
  const pause: Pause = { id: newId(), sourceId, pausedAt: run.endedAt, failures, toldAt: null }
  return { statements: [addPause(db, pause)], pause }
}
