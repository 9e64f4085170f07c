import type { DuplicatePair, Merge } from '../../domain/duplicate.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import { type Groups, groupsOf } from './groups.ts'
import { joinSure } from './join-sure.ts'
import { whichStays } from './which-stays.ts'

/** What follows from all that is known of some opportunities and their pairs. */
export interface Settled {
  /** Every pair that nobody has decided, with its state. */
  readonly pairs: readonly DuplicatePair[]
  /** What is hidden behind what; whatever is not absorbed here is shown. */
  readonly merges: readonly Merge[]
}

/**
 * Decides which of some opportunities are one call. People's decisions come first. What comparing found to be the
 * same is merged only where it leaves no doubt, as `joinSure` has it; else the pairs wait for people. The order of
 * the lists does not matter, and to ask again of what it answered changes nothing.
 *
 * @param records - all that the pairs name; those that no pair joins are in no merge
 */
export function settle(now: Date, records: readonly Opportunity[], pairs: readonly DuplicatePair[]): Settled {
  const groups = groupsOf(records.map(({ id }) => id))
  for (const pair of pairs) if (isJoinedByPerson(pair)) groups.join(pair.first, pair.second)
  joinSure(groups, records, pairs)
  const open = pairs.filter(({ decidedBy }) => decidedBy !== 'person')
  return {
    pairs: open.map((pair) => stateIn(groups, pair)),
    merges: mergesOf(now, groups, new Map(records.map((record) => [record.id, record]))),
  }
}

const isJoinedByPerson = ({ state, decidedBy }: DuplicatePair): boolean =>
  decidedBy === 'person' && state === 'merged'

/** What nobody decided is merged where its two have become one, and else waits. */
function stateIn(groups: Groups<OpportunityId>, pair: DuplicatePair): DuplicatePair {
  return groups.areOne(pair.first, pair.second)
    ? { ...pair, state: 'merged', decidedBy: 'sure' }
    : { ...pair, state: 'waiting', decidedBy: null }
}

function mergesOf(
  now: Date,
  groups: Groups<OpportunityId>,
  records: ReadonlyMap<OpportunityId, Opportunity>,
): Merge[] {
  return groups.all().flatMap((ids) => {
    const [first, ...rest] = ids.flatMap((id) => records.get(id) ?? [])
    if (first === undefined) return []
    const kept = whichStays(now, [first, ...rest]).id
    return ids.filter((id) => id !== kept).map((absorbed) => ({ absorbed, kept }))
  })
}
