import type { Rankers, RankTogether } from '../rank/rankers.ts'
import { listOf, mostRanked } from './merge-list.ts'
import { rankBatch } from './rank-batch.ts'
import { type DueList, listUpdater, type RunInput, type UpdatedList } from './update-lists.ts'

/** A list brought up to now, with what it was made from. */
export interface MadeList<Due extends DueList> extends UpdatedList {
  readonly due: Due
}

/** Brings lists up to now, batch after batch. */
export interface ListMaker {
  /** In the order given. The next batch may be given when this one is made. */
  make<Due extends DueList>(due: readonly Due[]): Promise<MadeList<Due>[]>
  /** Must be called when no more are made, or when it has failed. */
  close(): Promise<void>
}

/**
 * Makes lists one after the other. Where many of a batch must be made afresh, those without feedback are
 * ranked together, if the host can: the lists are the same.
 */
export function listMaker(input: RunInput, together: RankTogether | null): ListMaker {
  const { carryOn, makeAfresh } = listUpdater(input)
  let rankers: Rankers | undefined

  const isTogether = (due: readonly DueList[]): boolean => together !== null && due.length >= together.least
  const makeTogether = async (due: readonly DueList[]): Promise<[DueList, UpdatedList][]> => {
    if (together === null || due.length === 0) return []
    const whole = input.whole()
    rankers ??= together.start(input.now, whole, mostRanked(input.size))
    const organisations = due.map(({ organisation }) => organisation)
    const ranked = await rankBatch(rankers, input.learnt, whole.ids, organisations)
    return due.map((it, at) => [it, { list: listOf(input.size, ranked[at] ?? []), how: 'full' }])
  }
  const makeAlone = async (due: readonly DueList[]): Promise<[DueList, UpdatedList][]> =>
    due.map((it) => [it, makeAfresh(it)])

  return {
    async make(due) {
      const carried = due.map((it) => carryOn(it))
      const afresh = due.filter((_, at) => carried[at] === null)
      const silent = afresh.filter(({ said }) => said.length === 0)
      const packed = new Set(isTogether(silent) ? silent : [])
      const made = await Promise.all([
        makeTogether([...packed]),
        makeAlone(afresh.filter((it) => !packed.has(it))),
      ])
      const fresh = new Map<DueList, UpdatedList>(made.flat())
      return due.flatMap((it, at) => {
        const updated = carried[at] ?? fresh.get(it)
        return updated ? [{ due: it, ...updated }] : []
      })
    },
    async close() {
      await rankers?.close()
    },
  }
}
