import { instantOf } from '../../base/date.ts'
import { comparableOf } from '../../catalogue/duplicates/comparable.ts'
import { pointsOf } from '../../catalogue/duplicates/compare.ts'
import { type SaidPoints, sayPoints } from '../../catalogue/duplicates/say-points.ts'
import { findPair, listDecidedPairs, listWaitingPairs, type PairOf } from '../../db/duplicate-pairs.ts'
import { findOpportunity } from '../../db/opportunities.ts'
import type { PageOf, PageRequest } from '../../db/page.ts'
import { pairIds } from '../../domain/duplicate.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'

/** A pair as a person looks at it. */
export interface ReviewedPair extends PairOf {
  readonly points: SaidPoints
}

/** Which pairs are asked for: those that wait for a person, or those that have been decided. */
export type ReviewList = 'waiting' | 'decided'

/**
 * Pairs with what agrees and what differs, as their sources tell them now.
 *
 * @param of - of those decided only the ones of that opportunity, or of one that it stands for; null for all
 */
export async function reviewPairs(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  list: ReviewList,
  page: PageRequest,
  of: OpportunityId | null = null,
): Promise<PageOf<ReviewedPair>> {
  const found =
    list === 'waiting'
      ? await listWaitingPairs(db, instantOf(now()), page)
      : await listDecidedPairs(db, page, of)
  return { ...found, items: found.items.map(reviewed) }
}

/** One pair as it is now; null when there is none of those two. */
export async function reviewPair(
  { db }: Pick<Runtime, 'db'>,
  a: OpportunityId,
  b: OpportunityId,
): Promise<ReviewedPair | null> {
  const pair = await findPair(db, pairIds(a, b))
  if (!pair) return null
  const [first, second] = await Promise.all([
    findOpportunity(db, pair.first),
    findOpportunity(db, pair.second),
  ])
  return first && second ? reviewed({ pair, first, second }) : null
}

const reviewed = (pair: PairOf): ReviewedPair => ({
  ...pair,
  points: sayPoints(pointsOf(comparableOf(pair.first), comparableOf(pair.second))),
})
