import { type ConceptProfile, likeness } from '../concepts/concept-profile.ts'
import { CONCEPTS } from '../concepts/lexicon.ts'
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'
import type { Part } from './part.ts'

/** Concepts that a reason names, at most, and how much of the strongest a further one must add. */
const MOST_NAMED = 3
const LEAST_SHARE = 0.3

/** Below this likeness two texts only mention the same thing. */
const SURE = 0.25

interface Shared {
  readonly label: string
  readonly adds: number
  /** As each side writes it; empty when it only names something narrower. */
  readonly own: string
  readonly theirs: string
}

/** How much the opportunity is about what the organisation is about, whatever words either uses. */
export function scoreConcepts(own: ConceptProfile, theirs: ConceptProfile): Part {
  const value = likeness(own, theirs)
  return {
    value,
    get sentence() {
      return value > 0 ? sayConcepts(own, theirs) : null
    },
  }
}

/** Null when they share only what neither names: then there is nothing to show for it. */
function sayConcepts(own: ConceptProfile, theirs: ConceptProfile): string | null {
  const shared = [...own]
    .flatMap(([concept, use]): Shared[] => {
      const other = theirs.get(concept)
      const label = CONCEPTS[concept]?.label
      if (!other || label === undefined || use.surfaces.length === 0 || other.surfaces.length === 0) return []
      return [
        {
          label,
          adds: use.weight * other.weight,
          own: use.surfaces[0] ?? '',
          theirs: other.surfaces[0] ?? '',
        },
      ]
    })
    .sort((a, b) => b.adds - a.adds || (a.label < b.label ? -1 : 1))
  const [strongest] = shared
  if (!strongest) return null
  const named = shared.filter(({ adds }) => adds >= strongest.adds * LEAST_SHARE).slice(0, MOST_NAMED)
  const about = likeness(own, theirs) >= SURE ? 'are about' : 'mention'
  return `Both ${about} ${named.map(sayShared).join('; ')}.`
}

/** The words of both sides stand beside the concept where they differ by more than an ending. */
function sayShared({ label, own, theirs }: Shared): string {
  if (stemsOf(own) !== stemsOf(theirs)) return `${label} (your “${own}”, their “${theirs}”)`
  return stemsOf(label) === stemsOf(theirs) ? label : `${label} (their “${theirs}”)`
}

const stemsOf = (words: string): string =>
  tokensOf(words)
    .map(({ word }) => stemOf(word))
    .join(' ')
