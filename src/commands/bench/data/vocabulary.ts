import lexicon from '../../../../data/reference/concepts.json' with { type: 'json' }
import lists from '../../../../data/reference/stop-words.json' with { type: 'json' }
import { type Chance, chanceOf } from '../../soak/chance.ts'

/** What invented texts are made of. */
export interface Vocabulary {
  /** How many concepts there are to write about. */
  readonly concepts: number
  phrase(chance: Chance, concept: number): string
  stopWord(chance: Chance): string
  /** The n-th most usual word comes about once for n times that the most usual comes. */
  ordinaryWord(chance: Chance): string
}

const ORDINARY = 6_000
const BEGINNINGS = 'b br c ch cl d dr f fl g gr h j k l m n p pl qu r s sh sl st t th tr v w'.split(' ')
const MIDDLES = 'a e i o u ai ea ee oa ou'.split(' ')
const ENDS = 'b ck d ft g l lt m mp n nd ng p r rn s ss st t x'.split(' ')
const CLOSINGS = ['', '', '', 'al', 'er', 'ing', 'ly', 'ment', 'ness']
/** How finely chances among words of different use are told apart. */
const FINE = 2 ** 30

/** The same words for the same seed. */
export function vocabularyOf(seed: number): Vocabulary {
  const chance = chanceOf(seed)
  const words = new Set<string>()
  while (words.size < ORDINARY) words.add(inventWord(chance))
  const ordinary = [...words]
  const bounds = usualFirst(ordinary.length)
  return {
    concepts: lexicon.concepts.length,
    phrase: (by, concept) => anyOf(by, lexicon.concepts[concept]?.phrases ?? []),
    stopWord: (by) => anyOf(by, lists.stop),
    ordinaryWord: (by) => ordinary[placeIn(bounds, by.upTo(FINE))] ?? '',
  }
}

export const anyOf = (chance: Chance, items: readonly string[]): string =>
  items[chance.upTo(items.length)] ?? ''

function inventWord(chance: Chance): string {
  const syllables = 1 + chance.upTo(3)
  const letters = Array.from({ length: syllables }, () => anyOf(chance, BEGINNINGS) + anyOf(chance, MIDDLES))
  return letters.join('') + anyOf(chance, ENDS) + anyOf(chance, CLOSINGS)
}

/** Sums of 1, 1/2, 1/3 … as shares of `FINE`. */
function usualFirst(count: number): Float64Array {
  const bounds = new Float64Array(count)
  let sum = 0
  for (let n = 0; n < count; n += 1) {
    sum += 1 / (n + 1)
    bounds[n] = sum
  }
  return bounds.map((bound) => (bound / sum) * FINE)
}

/** The first place whose bound is above the value. */
function placeIn(bounds: Float64Array, value: number): number {
  let [low, high] = [0, bounds.length - 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((bounds[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
