import { instantOf } from '../../base/date.ts'
import { sameFields } from '../../base/same.ts'
import { listAwardsByKey, putAwards } from '../../db/awards.ts'
import type { Award, AwardId } from '../../domain/award.ts'
import type { Runtime } from '../../runtime.ts'
import type { NewAward } from './award-list.ts'

/**
 * Prepares the writes that bring stored awards up to date; those that are as they were are not written.
 * Nothing is written yet: the caller commits them together with its own progress.
 */
export async function storeAwards(
  { db, now, newId }: Pick<Runtime, 'db' | 'now' | 'newId'>,
  awards: readonly NewAward[],
) {
  const known = await listAwardsByKey(
    db,
    awards.map(({ key }) => key),
  )
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const writes = awards.flatMap((award): Award[] => {
    const before = known.get(award.key)
    const after = { ...award, id: before?.id ?? (newId() as AwardId) }
    const outcome = before === undefined ? 'added' : sameFields(before, after) ? 'unchanged' : 'changed'
    counts[outcome] += 1
    return outcome === 'unchanged' ? [] : [after]
  })
  return { ...counts, statements: putAwards(db, instantOf(now()), writes) }
}
