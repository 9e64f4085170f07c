import { workerData } from 'node:worker_threads'
import { readSnapshot } from '../matching/catalogue/snapshot.ts'
import { fillLists } from '../matching/rank/lists.ts'
import { rankingOf } from '../matching/rank/rank.ts'
import { unpackSeekers } from '../matching/rank/unpack-seekers.ts'
import { type MatchWork, SHARD } from './match-work.ts'

// Whoever starts this thread gives it such work.
const { snapshot, seekers, now, lists, order, taken } = workerData as MatchWork

const rank = rankingOf(now, readSnapshot(snapshot))
const seekerAt = unpackSeekers(seekers)
for (let from = Atomics.add(taken, 0, SHARD); from < order.length; from = Atomics.add(taken, 0, SHARD)) {
  fillLists(rank, seekerAt, order.subarray(from, from + SHARD), lists)
}
