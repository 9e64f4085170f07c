import { instantOf } from '../../base/date.ts'
import { sameFields } from '../../base/same.ts'
import { listAwardsByKey, putAwards } from '../../db/awards.ts'
import type { Award, AwardId } from '../../domain/award.ts'
import { allowsCopies } from '../../domain/licence.ts'
import type { Runtime } from '../../runtime.ts'
import type { NewAward } from './award-list.ts'
import { inCouncils } from './in-councils.ts'

/**
 * Prepares the writes that bring stored awards up to date; those that are as they were are not written.
 * Words that nobody may copy are left out, and an award that another source gives under a better licence
 * stays as it gives it. Nothing is written yet: the caller commits them together with its own progress.
 */
export async function storeAwards(
  { db, now, newId }: Pick<Runtime, 'db' | 'now' | 'newId'>,
  given: readonly NewAward[],
) {
  const awards = (await inCouncils(db, given)).map(licensed)
  const known = await listAwardsByKey(
    db,
    awards.map(({ key }) => key),
  )
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const writes = awards.flatMap((award): Award[] => {
    const before = known.get(award.key)
    const after = { ...award, id: before?.id ?? (newId() as AwardId) }
    const outcome = outcomeOf(before, after)
    counts[outcome] += 1
    return outcome === 'unchanged' ? [] : [after]
  })
  return { ...counts, statements: putAwards(db, instantOf(now()), writes) }
}

function outcomeOf(before: Award | undefined, after: Award): 'added' | 'changed' | 'unchanged' {
  if (before === undefined) return 'added'
  return sameFields(before, after) || isWorse(after, before) ? 'unchanged' : 'changed'
}

/** Whether it is the same award from another source, with a licence that allows or says less. */
const isWorse = (after: Award, before: Award): boolean =>
  after.sourceName !== before.sourceName && rankOf(after.licence) < rankOf(before.licence)

/** An open licence before any other, and that before none. */
function rankOf(licence: string | null): number {
  if (licence === null) return 0
  return allowsCopies(licence) ? 2 : 1
}

/** The award without the funder's words, unless its licence lets anybody copy them. */
const licensed = (award: NewAward): NewAward =>
  rankOf(award.licence) === 2 ? award : { ...award, purpose: '' }
