import { type Instant, instantOf } from '../../base/date.ts'
import { mergePage } from '../../catalogue/merge-page.ts'
import type { Statement } from '../../db/database.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import { putQuarantined, settleByKey } from '../../db/quarantine.ts'
import { listRecords, putChecked, putEndings, putRecords } from '../../db/records.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Reading, SourceEntry } from '../../domain/source.ts'
import type { Runtime } from '../../runtime.ts'
import { placeReadings } from '../places/place-readings.ts'
import { fingerprint } from './fingerprint.ts'
import { readProse } from './read-prose.ts'

/** A record as received beside what its connector made of it. */
export interface ReadRecord {
  /** What quarantine keeps of it. */
  readonly text: string
  readonly reading: Reading
}

/**
 * Prepares the writes that bring the catalogue up to date with one page of a source. Nothing is
 * written yet: the caller commits them together with its own progress.
 *
 * @param standing - the opportunity of each record that is as it was when it was last read
 */
export async function storePage(
  { db, now, newId }: Pick<Runtime, 'db' | 'now' | 'newId'>,
  source: SourceEntry,
  records: readonly ReadRecord[],
  standing: readonly OpportunityId[] = [],
) {
  const at: Instant = instantOf(now())
  const readings = records.map(({ reading }) => reading)
  const keys = [
    ...new Set(readings.flatMap((reading) => ('key' in reading && reading.key ? [reading.key] : []))),
  ]
  const known = await listRecords(db, source.id, keys)
  const placed = await placeReadings(db, readings)
  const merged = mergePage({ source, at, newId }, readProse(placed, known), known)

  const bad = await Promise.all(
    merged.bad.map(async ({ index, ...bad }) => {
      const record = records[index]?.text ?? ''
      return { id: newId(), sourceId: source.id, ...bad, record, fingerprint: await fingerprint(record) }
    }),
  )
  const statements: Statement[] = [
    ...putOpportunities(db, merged.versions),
    ...putChecked(db, at, [...merged.checked, ...standing]),
    ...putRecords(db, source.id, at, merged.records),
    ...putEndings(db, source.id, at, merged.endings),
    ...settleByKey(db, source.id, at, [...merged.records, ...merged.endings]),
    ...putQuarantined(db, at, bad),
  ]
  const { counts, facts } = merged
  return { statements, counts: { ...counts, unchanged: counts.unchanged + standing.length }, facts, bad }
}
