import type { Opportunity } from '../../domain/opportunity.ts'
import { OPPORTUNITY_FIELDS, OPPORTUNITY_LENGTH_POWER, RARITY_POWER } from '../weights.ts'
import { type Spellings, spellingsOf } from './spellings.ts'
import { type WordUse, wordUses } from './word-use.ts'

/** Every word of the catalogue: which opportunities use it, and how rare it is. */
export interface WordIndex {
  /** How each opportunity uses its terms, in the catalogue's order. */
  readonly uses: readonly ReadonlyMap<string, WordUse>[]
  /** Where each term occurs: positions in the catalogue, and weights beside them. */
  readonly postings: ReadonlyMap<string, Postings>
  readonly spellings: Spellings
}

export interface Postings {
  readonly positions: readonly number[]
  readonly weights: readonly number[]
  /** 0 to 1: 1 for a term that a single opportunity uses. */
  readonly rarity: number
}

/** Reads every opportunity once. */
export function indexWords(opportunities: readonly Opportunity[]): WordIndex {
  const uses = opportunities.map(usesOf)
  const lists = new Map<string, { positions: number[]; weights: number[] }>()
  uses.forEach((terms, position) => {
    for (const [key, { weight }] of terms) {
      const list = lists.get(key) ?? { positions: [], weights: [] }
      list.positions.push(position)
      list.weights.push(weight)
      lists.set(key, list)
    }
  })
  const postings = new Map<string, Postings>()
  for (const [key, list] of lists) {
    postings.set(key, { ...list, rarity: rarityOf(list.positions.length, uses.length) })
  }
  return { uses, postings, spellings: spellingsOf(uses) }
}

function usesOf({ title, summary, description, lots }: Opportunity): Map<string, WordUse> {
  const body = [description, ...lots.flatMap((lot) => lot.title ?? [])].join('\n')
  return wordUses(
    [
      [title, OPPORTUNITY_FIELDS.title],
      [summary, OPPORTUNITY_FIELDS.summary],
      [body, OPPORTUNITY_FIELDS.description],
    ],
    OPPORTUNITY_LENGTH_POWER,
  )
}

/** Inverse document frequency over its largest value, so that it means the same in a catalogue of any size. */
const rarityOf = (found: number, all: number): number =>
  (Math.log(1 + all / found) / Math.log(1 + all)) ** RARITY_POWER
