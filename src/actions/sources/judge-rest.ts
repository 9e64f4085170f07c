import { addMs, sayInstant } from '../../base/date.ts'
import type { Database } from '../../db/database.ts'
import { findProgress, type HarvestRun } from '../../db/harvest-runs.ts'
import { silentSince } from '../../db/source-silence.ts'

/** A source that asks for silence, and nothing else, for so long has failed. */
const LONGEST_REST_MS = 24 * 3_600_000

/**
 * The run as it counts. A rest is no failure, unless the source was asked and has done nothing but ask for silence,
 * or fail, for a day: nobody would be told, and it would be asked for ever.
 *
 * @param run - not stored yet
 */
export async function judgeRest(db: Database, run: HarvestRun): Promise<HarvestRun> {
  const { sourceId, startedAt, counts, error, resting } = run
  if (!resting || counts.pages > 0) return run
  const { notBefore = null, lastGoodAt = null } = (await findProgress(db, sourceId)) ?? {}
  // Nobody asked it: the silence that it asked for the last time was not over.
  if (notBefore !== null && notBefore > startedAt) return run
  const since = await silentSince(db, sourceId, lastGoodAt)
  if (since === null || addMs(since, LONGEST_REST_MS) > startedAt) return run
  return { ...run, resting: false, error: `${error}, and has sent nothing since ${sayInstant(since)}` }
}
