import { fillLists } from '../../src/matching/rank/lists.ts'
import { rankingOf } from '../../src/matching/rank/rank.ts'
import type { RankTogether } from '../../src/matching/rank/rankers.ts'
import { unpackSeekers } from '../../src/matching/rank/unpack-seekers.ts'

/** Ranks together from one organisation on, on the thread that asks, and tells how often it was begun and ended. */
export function rankHere() {
  const told = { started: 0, closed: 0, ranked: 0 }
  const rankTogether: RankTogether = {
    least: 1,
    start(now, rankable, most) {
      told.started += 1
      const rank = rankingOf(now, rankable)
      return {
        async rank(seekers) {
          const count = seekers.forms.length
          told.ranked += count
          const room = () => new Int32Array(count * most)
          const lists = { most, slots: room(), units: room(), isUnclear: new Uint8Array(count * most) }
          const numbers = Uint32Array.from({ length: count }, (_, number) => number)
          fillLists(rank, unpackSeekers(seekers), numbers, lists)
          return lists
        },
        async close() {
          told.closed += 1
        },
      }
    },
  }
  return { rankTogether, told }
}
