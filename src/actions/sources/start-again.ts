import { instantOf } from '../../base/date.ts'
import { endPause } from '../../db/source-pauses.ts'
import type { Runtime } from '../../runtime.ts'
import { findSource } from '../opportunities/find-source.ts'

/**
 * Ends the pause of a source, so that it is harvested at the next tick of the clock and may fail as often
 * as any other. A source that is not paused stays as it is.
 *
 * @throws AppError `not_found` when no source has that id
 */
export async function startAgain(
  { db, now, registry }: Pick<Runtime, 'db' | 'now' | 'registry'>,
  id: string,
): Promise<void> {
  const source = findSource(registry, id)
  await db.commit([endPause(db, source.id, instantOf(now()))])
}
