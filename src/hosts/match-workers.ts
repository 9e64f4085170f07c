import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Rankable } from '../matching/catalogue/rankable.ts'
import { writeSnapshot } from '../matching/catalogue/snapshot.ts'
import { countPacked } from '../matching/profile/packed-profiles.ts'
import { type Lists, placeByPlace } from '../matching/rank/lists.ts'
import type { Rankers, RankTogether } from '../matching/rank/rankers.ts'
import type { MatchStart, MatchWork } from './match-work.ts'
import { inSharedMemory, sharedArray } from './shared-memory.ts'

const WORKER = new URL('./match-worker.ts', import.meta.url)

/** Threads are ready after some tenths of a second, in which one thread ranks for so many. */
const LEAST = 1_000

/** Lists with room for so many organisations, in memory that threads share. */
export const sharedLists = (count: number, most: number): Lists => ({
  most,
  slots: sharedArray(new Int32Array(count * most)),
  units: sharedArray(new Int32Array(count * most)),
  isUnclear: sharedArray(new Uint8Array(count * most)),
})

/** Ranks on so many threads, at least 1, beside the one that asks: the same lists as on that one. */
export const rankOnThreads = (threads: number): RankTogether => ({
  least: LEAST,
  start: (now, rankable, most) => startThreads(threads, now, rankable, most),
})

function startThreads(threads: number, now: Date, rankable: Rankable, most: number): Rankers {
  const start: MatchStart = { snapshot: sharedArray(writeSnapshot(rankable)), now }
  const workers = Array.from({ length: threads }, () => new Worker(WORKER, { workerData: start }))
  const fault = faultOf(workers)
  return {
    async rank(seekers) {
      const lists = sharedLists(countPacked(seekers.profiles), most)
      const work: MatchWork = {
        seekers: inSharedMemory(seekers),
        lists,
        order: sharedArray(placeByPlace(seekers)),
        taken: sharedArray(new Int32Array(1)),
      }
      const ranked = workers.map((worker) => {
        worker.postMessage(work)
        return once(worker, 'message')
      })
      await Promise.race([Promise.all(ranked), fault])
      return lists
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** Rejects with the first error of any thread, or when one ends. */
function faultOf(workers: readonly Worker[]): Promise<never> {
  const fault = new Promise<never>((_, reject) => {
    for (const worker of workers) {
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('A thread that ranks has ended')))
    }
  })
  // One that comes while nobody waits is heard by who ranks next.
  fault.catch(() => {})
  return fault
}
