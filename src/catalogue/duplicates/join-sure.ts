import type { DuplicatePair } from '../../domain/duplicate.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import { type Groups, groupsOf } from './groups.ts'

/** Opportunities that are one call already, in the order of their ids. */
type Part = readonly OpportunityId[]

/** Whether two parts may become one: something of the one was found to be the same as something of the other. */
type MayJoin = (a: Part, b: Part) => boolean

/**
 * Joins what is surely the same with what people have joined. Two may become one when they were found to be the same,
 * are of different sources and nobody keeps them apart; more than two when each two of them may. Where some of a
 * cluster may and others not, what was joined before stays so and takes up what it may, then the largest part of the
 * rest is joined, ties by id; whatever is left stays by itself.
 *
 * @param groups - what people have joined; changed in place
 */
export function joinSure(
  groups: Groups<OpportunityId>,
  records: readonly Opportunity[],
  pairs: readonly DuplicatePair[],
): void {
  const parts = groups.all()
  const partOf = new Map(parts.flatMap((part) => part.map((id) => [id, part] as const)))
  const clusters = groupsOf(parts)
  const standing = groupsOf(parts)
  const linked = new Set<string>()
  for (const pair of pairs.filter(isFoundSame)) {
    const [one, other] = [partOf.get(pair.first), partOf.get(pair.second)]
    if (one === undefined || other === undefined || one === other) continue
    clusters.join(one, other)
    if (pair.state === 'merged') standing.join(one, other)
    linked.add(nameOf(one, other))
  }
  const mayJoin = judgeOf(linked, records, pairs)
  const stood = new Map(standing.all().flatMap((whole) => whole.map((part) => [part, whole] as const)))
  for (const cluster of clusters.all()) {
    const wholes = [...new Set(cluster.flatMap((part) => [stood.get(part) ?? [part]]))]
    const units = wholes.flatMap((whole) => (isClear(whole, mayJoin) ? [whole] : whole.map((part) => [part])))
    for (const clear of clearOnes(units, mayJoin)) joinAll(groups, clear.flat())
  }
}

const isKeptApart = ({ state, decidedBy }: DuplicatePair): boolean =>
  decidedBy === 'person' && state === 'kept_apart'

const isFoundSame = (pair: DuplicatePair): boolean => pair.found === 'same' && !isKeptApart(pair)

function judgeOf(
  linked: ReadonlySet<string>,
  records: readonly Opportunity[],
  pairs: readonly DuplicatePair[],
): MayJoin {
  const sources = new Map(records.map(({ id, provenance }) => [id, provenance.sourceId]))
  const apart = new Set(
    pairs.filter(isKeptApart).flatMap(({ first, second }) => [`${first} ${second}`, `${second} ${first}`]),
  )
  const areTwo = (one: OpportunityId, other: OpportunityId) =>
    sources.get(one) === sources.get(other) || apart.has(`${one} ${other}`)
  return (a, b) => linked.has(nameOf(a, b)) && !a.some((one) => b.some((other) => areTwo(one, other)))
}

/** A name of two parts, whichever comes first. */
const nameOf = (a: Part, b: Part): string => [a[0], b[0]].sort().join(' ')

const isClear = (whole: readonly Part[], mayJoin: MayJoin): boolean =>
  whole.every((part, i) => whole.slice(i + 1).every((other) => mayJoin(part, other)))

/** Parts that stand joined, or one by itself. */
type Unit = readonly Part[]

/** What of a cluster becomes one, each two parts of which may: those of more than one part. */
function clearOnes(units: readonly Unit[], mayJoin: MayJoin): Unit[] {
  let left = units.toSorted(bySize)
  const clear: Unit[] = []
  for (;;) {
    const stood = left.filter((unit) => unit.length > 1)
    const grown = (stood.length > 0 ? stood : left).map((seed) => grow(seed, left, mayJoin))
    const best = grown.toSorted(bySize)[0]
    if (best === undefined || best.length < 2) return clear
    clear.push(best)
    left = left.filter((unit) => !unit.some((part) => best.includes(part)))
  }
}

function grow(seed: Unit, others: readonly Unit[], mayJoin: MayJoin): Unit {
  let grown = seed
  for (const other of others) {
    if (other === seed) continue
    if (grown.every((part) => other.every((one) => mayJoin(part, one)))) grown = [...grown, ...other]
  }
  return grown
}

/** More opportunities first, ties by the lowest id. */
const bySize = (a: Unit, b: Unit): number =>
  b.flat().length - a.flat().length || (lowest(a) < lowest(b) ? -1 : 1)

const lowest = (unit: Unit): string => unit.flat().toSorted()[0] ?? ''

function joinAll(groups: Groups<OpportunityId>, [first, ...rest]: readonly OpportunityId[]): void {
  for (const id of rest) if (first !== undefined) groups.join(first, id)
}
