import { type FeedbackReason, type FeedbackVerdict, isAboutSubject } from '../../domain/feedback.ts'

/** A vector of topics by number (concepts, themes, beneficiaries), weights above 0, length 1; empty for no topic. */
export type Topics = ReadonlyMap<number, number>

/** What somebody said of an opportunity about those topics. */
export interface Said {
  readonly verdict: FeedbackVerdict
  readonly reason: FeedbackReason | null
  readonly topics: Topics
}

/** Silent voices in the mean: one word alone moves the taste by a quarter, and no number of words by more than 1. */
export const SILENT = 3

/** A topic of at least this share of the organisation's strongest one is its own: nothing counts against it. */
export const OWN_SHARE = 0.5

/**
 * What feedback says an organisation likes (above 0) and dislikes (below 0), by topic in order of
 * number; its length (Euclidean) is below 1. Empty without feedback. The same feedback in another
 * order gives the same numbers, so taking one back gives exactly what was there without it.
 *
 * - A good match counts for its topics. "Not for us" counts against them when its reason is the
 *   subject, something else or none; any other reason hides the one call and teaches nothing.
 * - A dislike counts less on a topic that the organisation itself names, in proportion, and not at all
 *   from half of its strongest topic on: one call that is not for a hospice does not bury hospices.
 * - The taste is the mean of what was said together with three silent voices: the nth word moves it by
 *   less than 2 ÷ (n + 3), so more feedback moves it less and less.
 */
export function tasteOf(own: Topics, given: readonly Said[]): ReadonlyMap<number, number> {
  const strongest = Math.max(0, ...own.values())
  const voices = given
    .filter(isAboutSubject)
    .map(({ verdict, topics }) =>
      verdict === 'good_match' ? [...topics] : dislikesOf(topics, own, strongest),
    )
    .filter((voice) => voice.length > 0)
  const byTopic = new Map<number, number[]>()
  for (const [topic, weight] of voices.flat()) {
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), weight])
  }
  return new Map(
    [...byTopic]
      .map(([topic, weights]) => [topic, sumOf(weights) / (voices.length + SILENT)] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => a - b),
  )
}

const dislikesOf = (topics: Topics, own: Topics, strongest: number): [topic: number, weight: number][] =>
  [...topics].flatMap(([topic, weight]): [number, number][] => {
    const share = strongest === 0 ? 0 : (own.get(topic) ?? 0) / strongest
    const left = Math.max(0, 1 - share / OWN_SHARE)
    return left === 0 ? [] : [[topic, -weight * left]]
  })

/** In order of size, since sums of fractions depend on their order. */
const sumOf = (weights: readonly number[]): number =>
  [...weights].sort((a, b) => a - b).reduce((sum, weight) => sum + weight, 0)
