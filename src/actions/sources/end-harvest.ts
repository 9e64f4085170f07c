import { addHarvestRun, type HarvestProgress, type HarvestRun, putProgress } from '../../db/harvest-runs.ts'
import type { Runtime } from '../../runtime.ts'
import { pauseAfter } from './pause-after.ts'

/**
 * Records a harvest with how far the source has been read and, when it was the fifth to fail in a row, that the
 * source is paused, in one commit.
 */
export async function endHarvest(
  { db, newId, log }: Pick<Runtime, 'db' | 'newId' | 'log'>,
  run: HarvestRun,
  progress: HarvestProgress,
): Promise<void> {
  const { sourceId, endedAt } = run
  const after = await pauseAfter(db, newId, run)
  await db.commit([putProgress(db, sourceId, endedAt, progress), addHarvestRun(db, run), ...after.statements])
  if (after.pause === null) return
  const errors = after.pause.failures.map(({ at, error }) => `${at} ${error}`).join('; ')
  log.error('source.paused', errors, { source: sourceId })
}
