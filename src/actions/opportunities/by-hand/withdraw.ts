import { withoutPersons } from '../../../base/personal-data.ts'
import { oneLine } from '../../../base/text.ts'
import type { Runtime } from '../../../runtime.ts'
import { findByHand } from './find-by-hand.ts'
import { storeByHand } from './store-by-hand.ts'

export const MOST_REASON = 200

/**
 * Withdraws an opportunity that was added by hand, with the reason; those who were told of it are told.
 *
 * @returns what is wrong with the reason, in words; null when it is withdrawn
 * @throws AppError `not_found`, or `conflict` when it was not added by hand
 */
export async function withdrawByHand(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  id: string,
  reason: string,
): Promise<string | null> {
  const before = await findByHand({ db }, id)
  const why = withoutPersons(oneLine(reason))
  if (why === '') return 'Say why it is withdrawn'
  if (why.length > MOST_REASON) return `The reason must be ${MOST_REASON} characters or less`
  await storeByHand({ db, now }, before.id, before.provenance, {
    ...before,
    ended: 'withdrawn',
    endedWhy: why,
  })
  return null
}
