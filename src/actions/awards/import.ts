import { dayOf } from '../../base/date.ts'
import type { AwardOrigin } from '../../catalogue/awards/award-row.ts'
import type { Runtime } from '../../runtime.ts'
import type { ImportReport } from '../organisations/import.ts'
import { AwardList } from './award-list.ts'
import type { AwardRow } from './read-list.ts'
import { storeAwards } from './store.ts'

export interface AwardImportReport extends ImportReport {
  /** Awards to persons, which are not kept. */
  readonly individuals: number
  /** All of them; `refused` has the first. */
  readonly refusedCount: number
}

/** Rows that go to the database in one commit. */
export const BATCH = 500

/**
 * Takes in a list of awards of any length. An award is found again by its key, so the same list twice
 * changes nothing; a bad row is reported and keeps no other from coming in.
 */
export async function importAwards(
  runtime: Pick<Runtime, 'db' | 'now' | 'newId' | 'progress'>,
  rows: AsyncIterable<AwardRow>,
  origin: AwardOrigin,
): Promise<AwardImportReport> {
  const list = new AwardList(origin, dayOf(runtime.now()))
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const storeBatch = async () => {
    const { statements, ...stored } = await storeAwards(runtime, list.take())
    await runtime.db.commit(statements)
    counts.added += stored.added
    counts.changed += stored.changed
    counts.unchanged += stored.unchanged
    runtime.progress('Awards', list.rows, null)
  }
  for await (const row of rows) {
    list.read(row)
    if (list.waiting === BATCH) await storeBatch()
  }
  await storeBatch()
  runtime.progress('Awards', list.rows, list.rows)
  const { rows: read, individuals, refusedCount, refused } = list
  return { rows: read, ...counts, individuals, refusedCount, refused }
}
