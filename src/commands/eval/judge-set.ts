import type { Progress } from '../../runtime.ts'
import { ABLATIONS } from './ablations.ts'
import { sampleOf } from './interval.ts'
import { type Judged, judgeSystem, type System } from './judge-system.ts'
import type { LabelledSet, SetName } from './labelled-set.ts'
import { mainMeasure } from './measures.ts'
import { oursFor, oursWithout, oursWithRecipientType } from './ours.ts'
import type { Peer } from './peers/peer.ts'
import { rankedIds } from './scored.ts'

/** How we and our peers did on one set. */
export interface SetReport {
  readonly set: SetName
  readonly queries: number
  /** Queries without a relevant candidate, which nobody was asked. */
  readonly leftOut: number
  readonly candidates: number
  readonly ours: Judged
  /** Our `ineligible10` where a field says who funds only individuals; null where nobody labelled them. */
  readonly ineligible10WithField: number | null
  /** Ours without one part, by the part; empty unless asked for. */
  readonly without: ReadonlyMap<string, Judged>
  /** By name. */
  readonly peers: ReadonlyMap<string, Judged>
  /** Ours over the best peer that was asked every query, by the main measure; null without such a peer. */
  readonly ratio: { readonly peer: string; readonly value: number } | null
}

interface Setup {
  readonly peers: readonly Peer[]
  /** How many queries a slow peer is asked. */
  readonly sample: number
  /** Whether ours is also judged without each of its parts. */
  readonly ablate: boolean
  readonly progress: Progress
}

/** Runs our engine and the peers on the same queries of one set. */
export function judgeSet(set: LabelledSet, { peers, sample, ablate, progress }: Setup): SetReport {
  const judge = (name: string, system: System) =>
    judgeSystem(set, system, (done) => progress(`${set.name}, ${name}`, done, system.queries.length))
  const ours = judge('ours', { says: 'ours', queries: set.queries, prepare: () => oursFor(set) })
  const judged = new Map(peers.map((peer) => [peer.name, judge(peer.name, systemOf(set, peer, sample))]))
  return {
    set: set.name,
    queries: set.queries.length,
    leftOut: set.leftOut,
    candidates: set.candidates.length,
    ours,
    ineligible10WithField: judgeWithField(set, judge),
    without: ablate ? judgeWithout(set, judge) : new Map(),
    peers: judged,
    ratio: ratioOf(set, ours, judged),
  }
}

const systemOf = (set: LabelledSet, peer: Peer, sample: number): System => ({
  says: peer.says,
  queries: peer.sampled ? sampleOf(set.queries, sample) : set.queries,
  prepare() {
    const search = peer.index(set.candidates)
    return ({ text }) => rankedIds(search(text))
  },
})

function judgeWithField(set: LabelledSet, judge: (name: string, system: System) => Judged): number | null {
  if (set.name !== 'causes' || set.individualsOnly === null) return null
  const { individualsOnly } = set
  const prepare = () => oursWithRecipientType(set, individualsOnly)
  const { measured } = judge('ours with a field', { says: 'ours', queries: set.queries, prepare })
  return measured.ineligible10 ?? null
}

function judgeWithout(
  set: LabelledSet,
  judge: (name: string, system: System) => Judged,
): ReadonlyMap<string, Judged> {
  if (set.name === 'names') return new Map()
  return new Map(
    ABLATIONS.map((ablation) => {
      const prepare = () => oursWithout(set, ablation)
      const system = { says: `without ${ablation.says}`, queries: set.queries, prepare }
      return [ablation.says, judge(system.says, system)]
    }),
  )
}

function ratioOf(set: LabelledSet, ours: Judged, peers: ReadonlyMap<string, Judged>): SetReport['ratio'] {
  const measure = mainMeasure(set)
  const value = ({ measured }: Judged) => measured[measure] ?? 0
  const [best] = [...peers]
    .filter(([, { n }]) => n === set.queries.length)
    .sort(([, a], [, b]) => value(b) - value(a))
  if (!best || value(best[1]) === 0) return null
  return { peer: best[0], value: value(ours) / value(best[1]) }
}
