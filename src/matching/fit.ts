import type { Fit, PartName, Reason } from '../domain/match.ts'
import type { Part } from './parts/part.ts'
import { WEIGHTS } from './weights.ts'

const PARTS: readonly PartName[] = ['concepts', 'words', 'place', 'themes', 'beneficiaries', 'amount', 'time']
const MOST_REASONS = 5
/** What adds less to a score does not explain it. */
const LEAST_TOLD = 0.01

/** Adds up the parts: the score is the sum of each part times its weight, to four places. */
export function judgeFit(parts: Readonly<Record<PartName, Part>>): Fit {
  const score = PARTS.reduce((sum, name) => sum + WEIGHTS[name] * parts[name].value, 0)
  return {
    score: rounded(score),
    parts: {
      concepts: rounded(parts.concepts.value),
      words: rounded(parts.words.value),
      themes: rounded(parts.themes.value),
      beneficiaries: rounded(parts.beneficiaries.value),
      place: rounded(parts.place.value),
      amount: rounded(parts.amount.value),
      time: rounded(parts.time.value),
    },
    get reasons() {
      return PARTS.flatMap((name) => reasonOf(name, parts[name]))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, MOST_REASONS)
    },
  }
}

function reasonOf(part: PartName, said: Part): Reason[] {
  const weight = rounded(WEIGHTS[part] * said.value)
  if (weight < LEAST_TOLD) return []
  const { sentence } = said
  return sentence === null ? [] : [{ part, sentence, weight }]
}

/** Four places, so that the last bits of a sum never decide an order. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
