import type { Candidate } from '../labelled-set.ts'
import type { Scored } from '../scored.ts'

type Weights = ReadonlyMap<string, number>

/** Weights of the terms of a text: 1 + ln count, times the smoothed rarity of the term. */
export type Weigh = (text: string) => Weights

/** Learns how rare each term is among the texts: ln((1 + texts) / (1 + texts with it)) + 1. */
export function weighing(texts: readonly string[], termsOf: (text: string) => string[]): Weigh {
  const found = new Map<string, number>()
  for (const text of texts) {
    for (const term of new Set(termsOf(text))) found.set(term, (found.get(term) ?? 0) + 1)
  }
  return (text) => {
    const counts = new Map<string, number>()
    for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1)
    const rarity = (term: string) => Math.log((1 + texts.length) / (1 + (found.get(term) ?? 0))) + 1
    return new Map([...counts].map(([term, n]) => [term, (1 + Math.log(n)) * rarity(term)]))
  }
}

/** The heaviest terms, ties in order of the term. */
export const heaviest = (weights: Weights, most: number): string[] =>
  [...weights]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([term]) => term)

/** Cosine of weighted terms. */
export function indexCosine(candidates: readonly Candidate[], termsOf: (text: string) => string[]) {
  const texts = candidates.map(({ title, text }) => `${title} ${text}`)
  const weigh = weighing(texts, termsOf)
  const postings = postingsOf(texts.map(weigh))
  return (text: string): Scored[] => {
    const sums = new Float64Array(candidates.length)
    for (const [term, weight] of weigh(text)) addPostings(sums, postings.get(term), weight)
    return candidates.flatMap(({ id }, at) => {
      const score = sums[at] ?? 0
      return score > 0 ? [{ id, score }] : []
    })
  }
}

interface Postings {
  readonly positions: number[]
  readonly weights: number[]
}

/** Where each term occurs, each text's weights brought to length 1. */
function postingsOf(all: readonly Weights[]): Map<string, Postings> {
  const postings = new Map<string, Postings>()
  all.forEach((weights, position) => {
    const length = Math.hypot(...weights.values())
    for (const [term, weight] of weights) {
      const list = postings.get(term) ?? { positions: [], weights: [] }
      list.positions.push(position)
      list.weights.push(weight / length)
      postings.set(term, list)
    }
  })
  return postings
}

/** The length of the query divides every score alike, so it is left out. */
function addPostings(sums: Float64Array, list: Postings | undefined, weight: number): void {
  list?.positions.forEach((position, at) => {
    sums[position] = (sums[position] ?? 0) + weight * (list.weights[at] ?? 0)
  })
}
