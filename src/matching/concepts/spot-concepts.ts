import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'
import { CONCEPTS, LONGEST_PHRASE, PHRASES } from './lexicon.ts'

/** How a set of texts speaks of one concept. */
export interface ConceptUse {
  /** Grows with the logarithm of the count, times the weight of the field; what it holds counts a share. */
  readonly weight: number
  /** The words that say so, as they stand, first ones first; empty when only a narrower concept is named. */
  readonly surfaces: readonly string[]
}

const MOST_SURFACES = 4

/**
 * The concepts that texts speak of, by number. Of phrases that overlap the longest counts.
 *
 * @param fields - each text with how much it counts
 */
export function spotConcepts(
  fields: readonly (readonly [text: string, weight: number])[],
): Map<number, ConceptUse> {
  const named = new Map<number, { weight: number; surfaces: string[] }>()
  for (const [text, fieldWeight] of fields) {
    for (const [concept, { times, surfaces }] of countConcepts(text)) {
      const before = named.get(concept) ?? { weight: 0, surfaces: [] }
      named.set(concept, {
        weight: before.weight + fieldWeight * (1 + Math.log(Math.max(1, times))),
        surfaces: [...new Set([...before.surfaces, ...surfaces])].slice(0, MOST_SURFACES),
      })
    }
  }
  return withHolders(named)
}

/** A text on hospices is also one on care at the end of life, and a little one on health. */
function withHolders(named: ReadonlyMap<number, ConceptUse>): Map<number, ConceptUse> {
  const all = new Map(named)
  for (const [concept, { weight }] of named) {
    for (const [holder, share] of CONCEPTS[concept]?.within ?? []) {
      const before = all.get(holder) ?? { weight: 0, surfaces: [] }
      all.set(holder, { ...before, weight: before.weight + weight * share })
    }
  }
  return all
}

function countConcepts(text: string): Map<number, { times: number; surfaces: string[] }> {
  const tokens = tokensOf(text)
  const stems = tokens.map(({ word }) => stemOf(word))
  const counts = new Map<number, { times: number; surfaces: string[] }>()
  for (let at = 0; at < tokens.length; ) {
    const length = phraseAt(stems, at)
    const surface = text.slice(tokens[at]?.start, tokens[at + length - 1]?.end)
    for (const concept of PHRASES.get(stems.slice(at, at + length).join(' ')) ?? []) {
      const count = counts.get(concept) ?? { times: 0, surfaces: [] }
      count.times += 1
      if (!count.surfaces.includes(surface)) count.surfaces.push(surface)
      counts.set(concept, count)
    }
    at += Math.max(1, length)
  }
  return counts
}

/** How many words from there on are the longest phrase; 0 when none is. */
function phraseAt(stems: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_PHRASE, stems.length - at); length > 0; length -= 1) {
    if (PHRASES.has(stems.slice(at, at + length).join(' '))) return length
  }
  return 0
}
