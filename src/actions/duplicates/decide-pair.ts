import { instantOf } from '../../base/date.ts'
import { putDecision } from '../../db/duplicate-pairs.ts'
import type { DuplicatePair } from '../../domain/duplicate.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { requirePair } from './find-pair.ts'
import { settleAround } from './settle-around.ts'

/**
 * Keeps what a person says of two opportunities: that they are one call, of which one is shown from now on, or
 * that they are two, which is never asked again.
 *
 * @throws AppError `not_found` for two that are not known to be alike, `conflict` when it clashes with what
 *   people have decided of others that these are joined to
 */
export async function decidePair(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  a: OpportunityId,
  b: OpportunityId,
  state: 'merged' | 'kept_apart',
): Promise<DuplicatePair> {
  const pair = await requirePair({ db }, a, b)
  if (pair.state === state && pair.decidedBy === 'person') return pair
  const decided = { ...pair, state, decidedBy: 'person', decidedAt: instantOf(now()) } as const
  const { statements } = await settleAround({ db, now }, [pair.first, pair.second], decided)
  await db.commit([...putDecision(db, decided), ...statements])
  return decided
}
