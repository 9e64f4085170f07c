import { comparableOf } from '../../catalogue/duplicates/comparable.ts'
import { compareRecords } from '../../catalogue/duplicates/compare.ts'
import { putDecision, removePairs } from '../../db/duplicate-pairs.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import type { DuplicatePair } from '../../domain/duplicate.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { decidePair } from './decide-pair.ts'
import { requirePair } from './find-pair.ts'
import { settleAround } from './settle-around.ts'

/**
 * Takes back what was decided of two opportunities. What a person decided waits again, or is merged again when
 * there is no doubt; when the two have come to be different, they are a pair no more. What was merged without a person is kept apart from then on: or it would be merged again.
 *
 * @returns the pair as it is then, or was last; one that waits stays as it is
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
  const parted = await areDifferent({ db }, pair)
  const found = parted ? 'maybe' : pair.found
  const open = { ...pair, found, state: 'waiting', decidedBy: null, decidedAt: null } as const
  const { statements } = await settleAround({ db, now }, [pair.first, pair.second], open)
  // First that nobody has decided it, then what follows from that.
  await db.commit([...putDecision(db, open), ...statements, ...(parted ? removePairs(db, [open]) : [])])
  return parted ? open : requirePair({ db }, a, b)
}

/** Whether nobody would be asked about those two, as their sources tell them now. */
async function areDifferent({ db }: Pick<Runtime, 'db'>, { first, second }: DuplicatePair): Promise<boolean> {
  const [one, other] = (await listOpportunitiesById(db, [first, second])).map(comparableOf)
  return one !== undefined && other !== undefined && compareRecords(one, other) === 'different'
}
