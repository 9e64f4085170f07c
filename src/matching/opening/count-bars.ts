import type { Bar } from '../../domain/opening.ts'
import type { Surveyed } from './survey.ts'

/** How many opportunities each rule stands in the way of, most first, ties in the order in which they are met. */
export function countBars(shut: readonly Surveyed[]): Bar[] {
  const counts = new Map<Bar['rule'], number>()
  for (const { bars } of shut) {
    for (const { name } of bars) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Array.from(counts, ([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count)
}
