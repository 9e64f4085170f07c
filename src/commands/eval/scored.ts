/** A candidate with a score; only the order of the scores matters. */
export interface Scored {
  readonly id: string
  readonly score: number
}

/** How far down a list is looked; a first relevant candidate below it counts as not found. */
export const DEPTH = 1_000

/** The ids of the best, best first, ties by id; at most `DEPTH`. */
export function rankedIds(scored: readonly Scored[]): string[] {
  return bestOf(scored)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, DEPTH)
    .map(({ id }) => id)
}

/** Those that may be among the first `DEPTH`: a sort of bare numbers is much faster than one of objects. */
function bestOf(scored: readonly Scored[]): Scored[] {
  if (scored.length <= DEPTH) return [...scored]
  const scores = Float64Array.from(scored, ({ score }) => score).sort()
  const least = scores[scores.length - DEPTH] ?? 0
  return scored.filter(({ score }) => score >= least)
}
