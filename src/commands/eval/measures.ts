import type { LabelledSet, Query } from './labelled-set.ts'

/** What is measured, in the order of the report; each 0 to 1, the mean over the queries. */
export const MEASURES = ['ndcg10', 'recall20', 'recall1', 'recall5', 'mrr', 'ineligible10'] as const
export type MeasureName = (typeof MEASURES)[number]
export type Measured = Readonly<Partial<Record<MeasureName, number>>>

/** By which systems are compared. */
export const mainMeasure = ({ name }: Pick<LabelledSet, 'name'>): MeasureName =>
  name === 'names' ? 'recall1' : 'ndcg10'

/** Measures one list of candidate ids, best first, in the way of the set. */
export function measureList(set: LabelledSet, { grades }: Query, ids: readonly string[]): Measured {
  const relevant = new Set([...grades].flatMap(([id, grade]) => (grade >= set.relevantFrom ? [id] : [])))
  const mrr = reciprocalRank(relevant, ids)
  if (set.name === 'names') {
    return { recall1: recallAt(1, relevant, ids), recall5: recallAt(5, relevant, ids), mrr }
  }
  const ineligible = set.individualsOnly ? { ineligible10: shareOfTopTen(set.individualsOnly, ids) } : {}
  return { ndcg10: ndcgAt(10, grades, ids), recall20: recallAt(20, relevant, ids), mrr, ...ineligible }
}

/**
 * Normalised discounted cumulative gain of the first `k`: gain 2^grade − 1, discount log2(rank + 1),
 * over the same of the query's own graded candidates in their best order. 0 where none is graded.
 */
export function ndcgAt(k: number, grades: ReadonlyMap<string, number>, ids: readonly string[]): number {
  const best = gainOf([...grades.values()].sort((a, b) => b - a).slice(0, k))
  return best === 0 ? 0 : gainOf(ids.slice(0, k).map((id) => grades.get(id) ?? 0)) / best
}

const gainOf = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)

/** The share of the relevant that are among the first `k`. */
export const recallAt = (k: number, relevant: ReadonlySet<string>, ids: readonly string[]): number =>
  relevant.size === 0 ? 0 : ids.slice(0, k).filter((id) => relevant.has(id)).length / relevant.size

/** One over the rank of the first relevant; 0 when there is none in the list. */
export function reciprocalRank(relevant: ReadonlySet<string>, ids: readonly string[]): number {
  const at = ids.findIndex((id) => relevant.has(id))
  return at < 0 ? 0 : 1 / (at + 1)
}

/** The share of the first ten, or of as many as there are, that is in the set; 0 of an empty list. */
export function shareOfTopTen(marked: ReadonlySet<string>, ids: readonly string[]): number {
  const top = ids.slice(0, 10)
  return top.length === 0 ? 0 : top.filter((id) => marked.has(id)).length / top.length
}
