import learnt from '../../../data/reference/concept-shares.json' with { type: 'json' }
import lexicon from '../../../data/reference/concepts.json' with { type: 'json' }
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'

/** Something that organisations work on and funders pay for, however either calls it. */
export interface Concept {
  readonly id: string
  /** As it stands in a sentence. */
  readonly label: string
  /** How little it says to name it, 0 to 1: 1 for a concept that nobody names. */
  readonly rarity: number
  /** Numbers of the concepts that hold it, each with how much of it they are, above 0 and up to 0.5. */
  readonly within: readonly (readonly [concept: number, share: number])[]
}

const NUMBERS = new Map(lexicon.concepts.map(({ id }, number) => [id, number]))

const SHARES: Readonly<Record<string, number>> = learnt.shares

/** The rarest share that tells one concept from another: one text in two thousand. */
const LEAST_SHARE = 0.0005

/** Every concept, in the order of its number. */
export const CONCEPTS: readonly Concept[] = lexicon.concepts.map(({ id, label }, number) => ({
  id,
  label,
  rarity: rarityOf(id),
  within: [...holders(number, 0.5)],
}))

/** Words that stand for concepts: their stems, joined by spaces, and the concepts that they may mean. */
export const PHRASES: ReadonlyMap<string, readonly number[]> = phrases()

/** Stems in the longest phrase. */
export const LONGEST_PHRASE = Math.max(...[...PHRASES.keys()].map((key) => key.split(' ').length))

/** Learnt once from many texts, so that a score does not move when the catalogue does. */
function rarityOf(id: string): number {
  const share = Math.max(LEAST_SHARE, SHARES[id] ?? 0)
  return Math.log(1 + 1 / share) / Math.log(1 + 1 / LEAST_SHARE)
}

/** Each step out is worth half: a hospice is end-of-life care, and a little health. */
function holders(number: number, share: number): Map<number, number> {
  const found = new Map<number, number>()
  for (const id of lexicon.concepts[number]?.broader ?? []) {
    const outer = NUMBERS.get(id)
    if (outer === undefined) continue
    for (const [concept, much] of [[outer, share] as const, ...holders(outer, share / 2)]) {
      found.set(concept, Math.max(much, found.get(concept) ?? 0))
    }
  }
  return found
}

function phrases(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  lexicon.concepts.forEach((concept, number) => {
    for (const phrase of concept.phrases) {
      const key = tokensOf(phrase)
        .map(({ word }) => stemOf(word))
        .join(' ')
      const meanings = found.get(key) ?? []
      if (!meanings.includes(number)) found.set(key, [...meanings, number])
    }
  })
  return found
}
