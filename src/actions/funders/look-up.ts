import type { KnownFunder } from '../../domain/funder.ts'
import { findFunders, readFunder } from '../../matching/funders/find-funders.ts'
import type { Runtime } from '../../runtime.ts'
import { currentFunders } from './current-funders.ts'

/** A funder whose name is like one that somebody types. */
export interface LikelyFunder {
  readonly funder: KnownFunder
  /** Whether it has, or is known by, just that name or id. */
  readonly isExact: boolean
}

/** The funders of opportunities that may be meant by what was typed, likeliest first. @param limit - at least 1 */
export async function lookUpFunders(
  { db }: Pick<Runtime, 'db'>,
  typed: string,
  limit: number,
): Promise<readonly LikelyFunder[]> {
  const index = await currentFunders(db)
  const { isExact, funders } = readFunder(index, typed)
  return findFunders(index, typed, limit).map((funder) => ({
    funder,
    isExact: isExact && funders.includes(funder),
  }))
}
