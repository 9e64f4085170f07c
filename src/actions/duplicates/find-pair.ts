import { AppError } from '../../base/errors.ts'
import { findPair } from '../../db/duplicate-pairs.ts'
import { type DuplicatePair, pairIds } from '../../domain/duplicate.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'

/** @throws AppError `not_found` for two that were never found to be alike, or are so no more */
export async function requirePair(
  { db }: Pick<Runtime, 'db'>,
  a: OpportunityId,
  b: OpportunityId,
): Promise<DuplicatePair> {
  const pair = await findPair(db, pairIds(a, b))
  if (pair) return pair
  throw new AppError('not_found', 'These two opportunities are not on the list of possible duplicates')
}
