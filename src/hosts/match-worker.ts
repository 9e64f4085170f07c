import { workerData } from 'node:worker_threads'
import { readSnapshot } from '../matching/catalogue/snapshot.ts'
import { countPacked } from '../matching/profile/packed-profiles.ts'
import { fillLists } from '../matching/rank/lists.ts'
import { rankingOf } from '../matching/rank/rank.ts'
import { unpackSeekers } from '../matching/rank/unpack-seekers.ts'
import { type MatchWork, SHARD } from './match-work.ts'

// Whoever starts this thread gives it such work.
const { snapshot, seekers, now, lists, taken } = workerData as MatchWork

const rank = rankingOf(now, readSnapshot(snapshot))
const seekerAt = unpackSeekers(seekers)
const count = countPacked(seekers.profiles)
for (let from = Atomics.add(taken, 0, SHARD); from < count; from = Atomics.add(taken, 0, SHARD)) {
  fillLists(rank, seekerAt, [from, Math.min(count, from + SHARD)], lists)
}
