import { WORDS_SCALE } from '../weights.ts'
import type { OrganisationTerm } from './organisation-words.ts'
import type { WordIndex } from './word-index.ts'

/** The part `words` of every opportunity, in the catalogue's order; each from 0 to 1. */
export function scoreWords(index: WordIndex, terms: readonly OrganisationTerm[]): Float64Array {
  const sums = new Float64Array(index.uses.length)
  for (const { key, pull } of terms) {
    const postings = index.postings.get(key)
    postings?.positions.forEach((position, at) => {
      sums[position] = (sums[position] ?? 0) + pull * (postings.weights[at] ?? 0)
    })
  }
  return sums.map((sum) => 1 - Math.exp(-sum / WORDS_SCALE))
}
