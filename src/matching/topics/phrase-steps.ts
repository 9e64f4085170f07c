/** How far into phrases some words have led: a number from 1 on, or `NOWHERE`, where all of them begin. */
export type PhraseStep = number

export const NOWHERE: PhraseStep = 0

/** Phrases as ways from word to word. */
export interface PhraseSteps {
  /** Where a word, by its number from 1 on, leads from a step; `NOWHERE` for most. */
  next(step: PhraseStep, word: number): PhraseStep
  /** Where among `meanings` those of a step begin; they end where those of the next step begin. */
  readonly meaningsFrom: Uint16Array
  /** What the words up to a step may mean; nothing while they are no phrase. */
  readonly meanings: Uint16Array
}

/** A step while phrases are put together. */
export interface GrowingStep {
  readonly next: Map<number, GrowingStep>
  readonly means: number[]
}

/**
 * The steps in flat lists, since nearly every word of every text is asked about:
 *
 *     from    … │ 7 │ 9 │ …            the ways of a step begin there, and end where those of the next begin
 *     words   … │ 12 │ 840 │ …         ascending within a step
 *     steps   … │ 31 │ 32  │ …         where each leads
 *
 * @param all - each at the place that is its number: at `NOWHERE` the one that phrases begin from
 */
export function phraseSteps(all: readonly GrowingStep[]): PhraseSteps {
  const numbers = new Map(all.map((step, number) => [step, number]))
  const ways = all.map(({ next }) => [...next].sort(([a], [b]) => a - b))
  const words = Uint16Array.from(ways.flat(), ([word]) => word)
  const steps = Uint16Array.from(ways.flat(), ([, step]) => numbers.get(step) ?? NOWHERE)
  const from = beginnings(ways)
  const means = all.map((step) => step.means)
  return {
    next(step, word) {
      const end = from[step + 1] ?? 0
      const way = wayOf(words, word, from[step] ?? 0, end)
      return way < end && words[way] === word ? (steps[way] ?? NOWHERE) : NOWHERE
    },
    meaningsFrom: beginnings(means),
    meanings: Uint16Array.from(means.flat()),
  }
}

/** The first place from `from` to before `end` that is not under a word. */
function wayOf(words: Uint16Array, word: number, from: number, end: number): number {
  let [low, high] = [from, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] ?? 0) < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Where each list begins when they stand one after the other, and at the end where all of them end. */
function beginnings(lists: readonly (readonly unknown[])[]): Uint16Array {
  const from = new Uint16Array(lists.length + 1)
  for (const [at, { length }] of lists.entries()) from[at + 1] = (from[at] ?? 0) + length
  return from
}
