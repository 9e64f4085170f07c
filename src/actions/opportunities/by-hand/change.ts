import { instantOf } from '../../../base/date.ts'
import { AppError } from '../../../base/errors.ts'
import { changedFields } from '../../../catalogue/changes.ts'
import { settleMistakesOf } from '../../../db/mistakes.ts'
import type { HandFault, HandForm } from '../../../domain/hand-form.ts'
import type { Opportunity } from '../../../domain/opportunity.ts'
import type { Runtime } from '../../../runtime.ts'
import { checkForm } from './check-form.ts'
import { findByHand } from './find-by-hand.ts'
import { storeByHand } from './store-by-hand.ts'
import { listOthersWithLink } from './with-link.ts'

/** What becomes of an opportunity that is to be changed. */
export type Changed =
  | { readonly faults: readonly HandFault[] }
  /** Its new link is that of others, the one seen first before the rest. */
  | { readonly there: readonly Opportunity[] }
  /** As it was. */
  | { readonly before: Opportunity }

export interface ToChange {
  readonly form: HandForm
  /** Whether it is another one than those with the same link. */
  readonly isAnother: boolean
}

/**
 * Changes an opportunity that was added by hand; one that was withdrawn is open again, and one that
 * somebody has found closed stays closed. It stays under the
 * key, source and licence that it was added with.
 *
 * @param version - which version the person had before them
 * @throws AppError `not_found`, or `conflict` when it is not added by hand or somebody else changed it since
 */
export async function changeByHand(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  id: string,
  version: number,
  { form, isAnother }: ToChange,
): Promise<Changed> {
  const before = await findByHand({ db }, id)
  const checked = await checkForm({ db, now }, form, before, '')
  if ('faults' in checked) return checked
  if (before.version !== version) {
    // The same sent twice has been done already.
    if (changedFields(before, checked.content).every((field) => field === 'fromWords')) return { before }
    throw new AppError('conflict', 'This opportunity has been changed since you opened it. Open it again')
  }
  const there = isAnother ? [] : await listOthersWithLink({ db }, before, checked.content.url)
  if (there.length > 0) return { there }
  await storeByHand({ db, now }, before.id, before.provenance, checked.content)
  // Whoever put it right has looked into what was reported.
  await db.commit([settleMistakesOf(db, { opportunityId: before.id, what: null, at: instantOf(now()) })])
  return { before }
}
