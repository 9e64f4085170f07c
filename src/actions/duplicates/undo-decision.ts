import { putDecision } from '../../db/duplicate-pairs.ts'
import type { DuplicatePair } from '../../domain/duplicate.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { decidePair } from './decide-pair.ts'
import { requirePair } from './find-pair.ts'
import { settleAround } from './settle-around.ts'

/**
 * Takes back what was decided of two opportunities. What a person decided waits again, or is merged again when
 * there is no doubt. What was merged without a person is kept apart from then on: or it would be merged again.
 *
 * @returns the pair as it is then; one that waits stays as it is
 * @throws AppError `not_found` and `conflict`, as `decidePair`
 */
export async function undoDecision(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  a: OpportunityId,
  b: OpportunityId,
): Promise<DuplicatePair> {
  const pair = await requirePair({ db }, a, b)
  if (pair.state === 'waiting') return pair
  if (pair.decidedBy === 'sure') return decidePair({ db, now }, a, b, 'kept_apart')
  const open = { ...pair, state: 'waiting', decidedBy: null, decidedAt: null } as const
  const { statements } = await settleAround({ db, now }, [pair.first, pair.second], open)
  // First that nobody has decided it, then what follows from that.
  await db.commit([...putDecision(db, open), ...statements])
  return requirePair({ db }, a, b)
}
