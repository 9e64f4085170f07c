import { AppError } from '../../../base/errors.ts'
import type { HandFault, HandForm } from '../../../domain/hand-form.ts'
import type { Opportunity } from '../../../domain/opportunity.ts'
import type { Runtime } from '../../../runtime.ts'
import { checkForm } from './check-form.ts'
import { findByHand } from './find-by-hand.ts'
import { storeByHand } from './store-by-hand.ts'

/**
 * Changes an opportunity that was added by hand; one that was withdrawn is open again. It stays under the
 * key, source and licence that it was added with.
 *
 * @param version - which version the person had before them
 * @returns what is wrong with the form, or the opportunity as it was
 * @throws AppError `not_found`, or `conflict` when it is not added by hand or somebody else changed it since
 */
export async function changeByHand(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  id: string,
  version: number,
  form: HandForm,
): Promise<{ readonly faults: readonly HandFault[] } | { readonly before: Opportunity }> {
  const before = await findByHand({ db }, id)
  if (before.version !== version) {
    throw new AppError('conflict', 'Somebody has changed this opportunity since you opened it. Open it again')
  }
  const checked = await checkForm({ db, now }, form, before, '')
  if ('faults' in checked) return checked
  await storeByHand({ db, now }, before.id, before.provenance, checked.content)
  return { before }
}
