import { hashOf } from '../../base/hash.ts'
import { bootstrapInterval, meanOf } from './interval.ts'
import type { Query } from './labelled-set.ts'
import type { Measured, MeasureName } from './measures.ts'

/** What each way of weighing measures on each query of one set. */
export interface Tried {
  readonly set: string
  readonly queries: readonly Pick<Query, 'id'>[]
  /** By the number of the way, as shipped first, then by the place of the query. */
  readonly measured: readonly (readonly Measured[])[]
}

/** One set, by ways that were chosen without its own answers, and by those that were not. */
export interface Validated {
  readonly set: string
  readonly queries: number
  readonly shipped: Measured
  /** Each query by the way that is best on the queries of all other folds. */
  readonly crossValidated: Measured
  /** 95% of the cross-validated nDCG@10. */
  readonly interval: readonly [low: number, high: number]
  /** By the one way that is best on all queries. */
  readonly hindsight: Measured
}

/** @returns 0 to `folds` - 1; the same for an id each time */
export const foldOf = (id: string, folds: number): number => Number(BigInt(`0x${hashOf(id)}`) % BigInt(folds))

/**
 * Chooses a way on all folds but one, for each fold in turn, and measures it on that one. The best way is
 * that with the highest mean over the sets of the mean nDCG@10; of equal ones the first.
 *
 * @param folds - at least 2
 * @returns the number of the way that each fold is measured by, and what comes of it
 */
export function crossValidate(
  tried: readonly Tried[],
  folds: number,
): { chosen: readonly number[]; sets: readonly Validated[] } {
  const chosen = Array.from({ length: folds }, (_, fold) =>
    bestWay(tried, ({ id }) => foldOf(id, folds) !== fold),
  )
  const hindsight = bestWay(tried, () => true)
  const sets = tried.map(({ set, queries, measured }): Validated => {
    const held = queries.map(({ id }, at) => measured[chosen[foldOf(id, folds)] ?? 0]?.[at] ?? {})
    return {
      set,
      queries: queries.length,
      shipped: meansOf(measured[0] ?? []),
      crossValidated: meansOf(held),
      interval: bootstrapInterval(held.map(({ ndcg10 = 0 }) => ndcg10)),
      hindsight: meansOf(measured[hindsight] ?? []),
    }
  })
  return { chosen, sets }
}

function bestWay(tried: readonly Tried[], isAsked: (query: Pick<Query, 'id'>) => boolean): number {
  const asked = tried.map(({ queries }) => queries.map(isAsked))
  const ways = tried[0]?.measured.length ?? 0
  const values = Array.from({ length: ways }, (_, way) =>
    meanOf(
      tried.map(({ measured }, set) =>
        meanOf((measured[way] ?? []).filter((_, at) => asked[set]?.[at]).map(({ ndcg10 = 0 }) => ndcg10)),
      ),
    ),
  )
  return values.indexOf(Math.max(...values))
}

const SHOWN = ['ndcg10', 'ineligible10'] as const satisfies readonly MeasureName[]

const meansOf = (each: readonly Measured[]): Measured =>
  Object.fromEntries(
    SHOWN.map((name) => [name, each.flatMap((measured) => measured[name] ?? [])] as const)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, meanOf(values)]),
  )
