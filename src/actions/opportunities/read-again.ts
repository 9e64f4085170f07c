import { dayOf, instantOf } from '../../base/date.ts'
import { changedFields } from '../../catalogue/changes.ts'
import type { Statement } from '../../db/database.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import { findReader, listReadBefore, putReader, putReading, type ReadBefore } from '../../db/read-texts.ts'
import { withoutReadings } from '../../domain/without-readings.ts'
import { fillContent, READER } from '../../reading/fill-content.ts'
import type { Runtime } from '../../runtime.ts'
import { againWhenOvertaken } from '../again-when-overtaken.ts'

const BATCH = 100
/** That a batch costs at most: a statement for each opportunity, and those for what has changed. */
const STATEMENTS = BATCH + 20

/**
 * Reads the stored words of every opportunity that is not over again when the reader is another than the one
 * that read them, until all are read or the budget is spent. What it finds makes a version, which nobody is
 * told of as a change: the funder says what it said.
 *
 * @returns how many were read, and of how many other facts are known now
 */
export async function readAgain(
  runtime: Pick<Runtime, 'db' | 'now' | 'progress' | 'budget' | 'stopping'>,
): Promise<{ read: number; changed: number }> {
  const { db, now, budget, stopping, progress } = runtime
  const counts = { read: 0, changed: 0 }
  if ((await findReader(db)) === READER) return counts
  const started = now()
  const isSpent = () =>
    stopping.aborted ||
    now().getTime() - started.getTime() > budget.ms ||
    (counts.read / BATCH + 1) * STATEMENTS > budget.statements
  const which = { reader: READER, at: instantOf(started) }
  for (let after = ''; !isSpent(); ) {
    const batch = await againWhenOvertaken(async () => {
      const found = await listReadBefore(db, which, { after, limit: BATCH })
      const { statements, changed } = readBatch(runtime, found)
      await db.commit(found.length === 0 ? [putReader(db, READER)] : statements)
      return { read: found.length, changed, last: found.at(-1)?.opportunity.id }
    })
    if (batch.last === undefined) return counts
    counts.read += batch.read
    counts.changed += batch.changed
    after = batch.last
    progress('Stored words', counts.read, null)
  }
  return counts
}

function readBatch({ db }: Pick<Runtime, 'db'>, batch: readonly ReadBefore[]) {
  const read = batch.map(({ opportunity, saidAt }) => {
    const content = fillContent(withoutReadings(opportunity), dayOf(saidAt))
    const now = { ...opportunity, ...content }
    const changed = changedFields(opportunity, now).filter((field) => field !== 'fromWords')
    return { now, changed }
  })
  const same = read.filter(({ changed }) => changed.length === 0)
  const other = read.filter(({ changed }) => changed.length > 0)
  const versions = other.map(({ now, changed }) => ({
    opportunity: { ...now, version: now.version + 1 },
    changed,
    revision: `read again by reader ${READER}`,
  }))
  const statements: Statement[] = [
    ...same.map(({ now }) => putReading(db, now)),
    ...putOpportunities(db, versions),
  ]
  return { statements, changed: other.length }
}
