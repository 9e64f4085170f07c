import { instantOf } from '../../base/date.ts'
import { withoutContacts } from '../../base/personal-data.ts'
import { count } from '../../base/text.ts'
import type { AwardOrigin } from '../../catalogue/awards/award-row.ts'
import type { Statement } from '../../db/database.ts'
import { putQuarantined, type Quarantined } from '../../db/quarantine.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Runtime } from '../../runtime.ts'
import { fingerprint } from '../opportunities/fingerprint.ts'
import type { RefusedAward } from './award-list.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'newId'>

/** Prepares that bad rows of a list are kept, with the reason and without persons. */
export async function keepRefused(
  lent: Lent,
  source: SourceEntry,
  list: string,
  origin: AwardOrigin,
  refused: readonly RefusedAward[],
): Promise<Statement[]> {
  const kept = refused.map(({ line, faults, cells, isMisplaced, key }) => ({
    key,
    reason: `Line ${line} of ${list}: ${faults.join('; ')}`,
    record: JSON.stringify(withoutContacts({ list, origin, cells, isMisplaced })),
  }))
  return keep(lent, source, kept)
}

/** Prepares that a list which cannot be read as a whole is noted, until it can. */
export const keepUnreadList = (lent: Lent, source: SourceEntry, list: string, reason: string) =>
  keep(lent, source, [{ key: listKey(list), reason, record: JSON.stringify({ list }) }])

/** Prepares that the number of bad rows is noted which a list has beside those that are kept. */
export const keepNumber = (lent: Lent, source: SourceEntry, list: string, more: number) =>
  keep(lent, source, [
    {
      key: numberKey(list),
      reason: `${count(more, 'more row')} of ${list} could not be read, and ${more === 1 ? 'is' : 'are'} not kept`,
      record: JSON.stringify({ list, isNumber: true }),
    },
  ])

/** As what the number of rows that are not kept is kept. */
export const numberKey = (list: string): string => `more of ${list}`

/** As what a list that could not be read is kept. */
export const listKey = (list: string): string => `list ${list}`

async function keep(
  { db, now, newId }: Lent,
  { id: sourceId }: SourceEntry,
  records: readonly Pick<Quarantined, 'key' | 'reason' | 'record'>[],
): Promise<Statement[]> {
  const at = instantOf(now())
  const bad = await Promise.all(
    records.map(async (record) => ({
      ...record,
      id: newId(),
      sourceId,
      fingerprint: await fingerprint(record.record),
      // When the list last said so counts: a good row of a later harvest settles it.
      releasedAt: at,
    })),
  )
  return putQuarantined(db, at, bad)
}
