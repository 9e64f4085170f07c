import type { Rankable } from '../catalogue/rankable.ts'
import { type Ranking, rankingOf } from './rank.ts'

const LAST = new WeakMap<Rankable, { readonly at: number; readonly rank: Ranking }>()

/** As `rankingOf`. The last moment of each catalogue is kept: whoever asks for many organisations asks at one. */
export function rankingFor(now: Date, rankable: Rankable): Ranking {
  const last = LAST.get(rankable)
  if (last?.at === now.getTime()) return last.rank
  const rank = rankingOf(now, rankable)
  LAST.set(rankable, { at: now.getTime(), rank })
  return rank
}
