import { termsOf } from './terms.ts'

/** How a set of texts uses one term. */
export interface WordUse {
  /** Grows with the logarithm of the count, times the weight of the field and of the kind of word. */
  readonly weight: number
  /** The ways in which it is written, as they stand, first ones first; four at most. */
  readonly surfaces: readonly string[]
}

/** What is told apart of how a term is written. */
const MOST_SURFACES = 4

interface Count {
  times: number
  readonly weight: number
  readonly surfaces: string[]
}

/**
 * The terms of several texts.
 *
 * @param fields - each text with how much it counts
 * @param lengthPower - 0 to 1: how much a long text weakens its own words; 1 makes all texts equal
 */
export function wordUses(
  fields: readonly (readonly [text: string, weight: number])[],
  lengthPower: number,
): Map<string, WordUse> {
  const uses = new Map<string, WordUse>()
  for (const [text, fieldWeight] of fields) {
    for (const [key, count] of countTerms(text)) {
      const before = uses.get(key)
      uses.set(key, {
        weight: (before?.weight ?? 0) + fieldWeight * count.weight * (1 + Math.log(count.times)),
        surfaces: [...new Set([...(before?.surfaces ?? []), ...count.surfaces])].slice(0, MOST_SURFACES),
      })
    }
  }
  return shortened(uses, lengthPower)
}

/** Divides by the length of the text, so that a long text does not match everything. */
function shortened(uses: Map<string, WordUse>, power: number): Map<string, WordUse> {
  const squares = uses.values().reduce((sum, { weight }) => sum + weight * weight, 0)
  const divisor = Math.sqrt(squares) ** power
  for (const [key, use] of uses) uses.set(key, { ...use, weight: use.weight / divisor })
  return uses
}

function countTerms(text: string): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const { key, surface, weight } of termsOf(text)) {
    const count = counts.get(key)
    if (!count) counts.set(key, { times: 1, weight, surfaces: [surface] })
    else addUse(count, surface)
  }
  return counts
}

function addUse(count: Count, surface: string): void {
  count.times += 1
  if (count.surfaces.length < MOST_SURFACES && !count.surfaces.includes(surface)) count.surfaces.push(surface)
}
