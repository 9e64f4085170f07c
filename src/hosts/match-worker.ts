import { parentPort, workerData } from 'node:worker_threads'
import { readSnapshot } from '../matching/catalogue/snapshot.ts'
import { fillLists } from '../matching/rank/lists.ts'
import { rankingOf } from '../matching/rank/rank.ts'
import { unpackSeekers } from '../matching/rank/unpack-seekers.ts'
import { type MatchStart, type MatchWork, RANKED, SHARD } from './match-work.ts'

// Whoever starts this thread gives it such a start, and such work.
const { snapshot, now } = workerData as MatchStart
const rank = rankingOf(now, readSnapshot(snapshot))

parentPort?.on('message', ({ seekers, lists, order, taken }: MatchWork) => {
  const seekerAt = unpackSeekers(seekers)
  for (let from = Atomics.add(taken, 0, SHARD); from < order.length; from = Atomics.add(taken, 0, SHARD)) {
    fillLists(rank, seekerAt, order.subarray(from, from + SHARD), lists)
  }
  parentPort?.postMessage(RANKED)
})
