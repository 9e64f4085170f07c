import { addHarvestRun, type HarvestProgress, type HarvestRun, putProgress } from '../../db/harvest-runs.ts'
import type { Runtime } from '../../runtime.ts'
import { judgeRest } from './judge-rest.ts'
import { pauseAfter } from './pause-after.ts'

/**
 * Records a harvest with how far the source has been read and, when it was the fifth to fail in a row, that the
 * source is paused, in one commit.
 *
 * @returns the run as it is recorded: a rest that has lasted for too long is a failure
 */
export async function endHarvest(
  { db, newId, log }: Pick<Runtime, 'db' | 'newId' | 'log'>,
  ended: HarvestRun,
  progress: HarvestProgress,
): Promise<HarvestRun> {
  const run = await judgeRest(db, ended)
  const { sourceId, endedAt } = run
  const after = await pauseAfter(db, newId, run)
  await db.commit([putProgress(db, sourceId, endedAt, progress), addHarvestRun(db, run), ...after.statements])
  if (after.pause !== null) {
    const errors = after.pause.failures.map(({ at, error }) => `${at} ${error}`).join('; ')
    log.error('source.paused', errors, { source: sourceId })
  }
  return run
}
