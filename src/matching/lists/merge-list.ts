import { byPlace, type ListedMatch, type ListSize, type MatchList } from '../../domain/match-list.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'

/** So many must be ranked to make a list: one more than is kept tells whether something was left out. */
export const mostRanked = ({ kept }: ListSize): number => kept + 1

/** @param ranked - the best of all, best first, `mostRanked` of them unless there are no more */
export function listOf({ kept }: ListSize, ranked: readonly ListedMatch[]): MatchList {
  const matches = ranked.slice(0, kept)
  return { matches, floor: ranked.length > kept ? (matches.at(-1) ?? null) : null }
}

/**
 * A list carried on: without what is gone, and with what is new or other than it was in its new place.
 *
 * @param isStale - whether what stands in the list for that opportunity holds no more
 * @param judged - the best of what is new or other, best first, `mostRanked` of them unless there are no more
 * @returns null when too few are left above the floor to be sure of all that is shown
 */
export function mergeList(
  size: ListSize,
  { matches, floor }: MatchList,
  isStale: (id: OpportunityId) => boolean,
  judged: readonly ListedMatch[],
): MatchList | null {
  const all = [...matches.filter(({ opportunityId }) => !isStale(opportunityId)), ...judged].sort(byPlace)
  if (floor === null) return listOf(size, all)
  // Below the floor others may stand between, which nobody has looked at.
  const certain = all.filter((match) => byPlace(match, floor) <= 0)
  if (certain.length < size.shown) return null
  return certain.length > size.kept ? listOf(size, certain) : { matches: certain, floor }
}
