import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Rankable } from '../matching/catalogue/rankable.ts'
import { writeSnapshot } from '../matching/catalogue/snapshot.ts'
import { countPacked } from '../matching/profile/packed-profiles.ts'
import { type Lists, placeByPlace } from '../matching/rank/lists.ts'
import type { PackedSeekers } from '../matching/rank/packed-seekers.ts'
import type { MatchWork } from './match-work.ts'
import { inSharedMemory, sharedArray } from './shared-memory.ts'

const WORKER = new URL('./match-worker.ts', import.meta.url)

/** Lists with room for so many organisations, in memory that threads share. */
export const sharedLists = (count: number, most: number): Lists => ({
  most,
  slots: sharedArray(new Int32Array(count * most)),
  units: sharedArray(new Int32Array(count * most)),
  isUnclear: sharedArray(new Uint8Array(count * most)),
})

/**
 * Ranks one catalogue for many organisations on several threads: the same lists as on one.
 *
 * @param threads - at least 1
 */
export async function matchOnThreads(
  threads: number,
  now: Date,
  rankable: Rankable,
  seekers: PackedSeekers,
  most: number,
): Promise<Lists> {
  const lists = sharedLists(countPacked(seekers.profiles), most)
  const work: MatchWork = {
    snapshot: sharedArray(writeSnapshot(rankable)),
    seekers: inSharedMemory(seekers),
    now,
    lists,
    order: sharedArray(placeByPlace(seekers)),
    taken: sharedArray(new Int32Array(1)),
  }
  // An error in a thread rejects here.
  await Promise.all(
    Array.from({ length: threads }, () => once(new Worker(WORKER, { workerData: work }), 'exit')),
  )
  return lists
}
