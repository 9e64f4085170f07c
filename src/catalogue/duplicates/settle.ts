import type { DuplicatePair, Merge } from '../../domain/duplicate.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import { type Groups, groupsOf } from './groups.ts'
import { whichStays } from './which-stays.ts'

/** What follows from all that is known of some opportunities and their pairs. */
export interface Settled {
  /** Every pair that nobody has decided, with its state. */
  readonly pairs: readonly DuplicatePair[]
  /** What is hidden behind what; whatever is not absorbed here is shown. */
  readonly merges: readonly Merge[]
}

type Pair = Pick<DuplicatePair, 'first' | 'second' | 'found' | 'state' | 'decidedBy'>

/**
 * Decides which of some opportunities are one call. People's decisions come first. What comparing found to be the
 * same is merged only where it leaves no doubt: when every two that would become one were found to be so
 * themselves, are of different sources, and nobody keeps them apart; else the pairs wait for people. It goes by
 * what is known and not by what came first, so it can be asked again at any time.
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

const isJoinedByPerson = ({ state, decidedBy }: Pair): boolean => decidedBy === 'person' && state === 'merged'

const isKeptApart = ({ state, decidedBy }: Pair): boolean => decidedBy === 'person' && state === 'kept_apart'

const isFoundSame = (pair: Pair): boolean => pair.found === 'same' && !isKeptApart(pair)

/** Joins what people have joined with what is surely the same, cluster by cluster, unless a cluster holds a doubt. */
function joinSure(
  groups: Groups<OpportunityId>,
  records: readonly Opportunity[],
  pairs: readonly DuplicatePair[],
): void {
  const parts = groups.all()
  const partOf = new Map(parts.flatMap((part) => part.map((id) => [id, part] as const)))
  const same = pairs.filter(isFoundSame)
  const clusters = groupsOf(parts)
  const linked = new Set<string>()
  for (const { first, second } of same) {
    const [one, other] = [partOf.get(first), partOf.get(second)]
    if (one === undefined || other === undefined || one === other) continue
    clusters.join(one, other)
    linked.add(nameOf(one, other))
  }
  const sources = new Map(records.map(({ id, provenance }) => [id, provenance.sourceId]))
  const apart = pairs.filter(isKeptApart)
  for (const cluster of clusters.all()) {
    if (isClear(cluster, linked, sources, apart)) joinAll(groups, cluster.flat())
  }
}

type Part = readonly OpportunityId[]

function isClear(
  cluster: readonly Part[],
  linked: ReadonlySet<string>,
  sources: ReadonlyMap<OpportunityId, string>,
  apart: readonly Pair[],
): boolean {
  const members = new Set(cluster.flat())
  if (apart.some(({ first, second }) => members.has(first) && members.has(second))) return false
  return cluster.every((part, i) =>
    cluster
      .slice(i + 1)
      .every((other) => linked.has(nameOf(part, other)) && areOfOthers(part, other, sources)),
  )
}

const areOfOthers = (a: Part, b: Part, sources: ReadonlyMap<OpportunityId, string>): boolean =>
  a.every((one) => b.every((other) => sources.get(one) !== sources.get(other)))

/** A name of two parts, whichever comes first. */
const nameOf = (a: Part, b: Part): string => [a[0], b[0]].sort().join(' ')

function joinAll(groups: Groups<OpportunityId>, [first, ...rest]: readonly OpportunityId[]): void {
  for (const id of rest) if (first !== undefined) groups.join(first, id)
}

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
