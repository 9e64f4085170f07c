import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import { type Neighbours, PHRASE_NEIGHBOURS } from '../topics/phrases.ts'
import { stemOf } from './stem.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word, as far as it matters for writing two as one. */
export interface Half {
  readonly word: string
  readonly stem: string
  readonly isStop: boolean
}

/** A part of a compound has three letters or more, unless a phrase of the lexicon says so. */
const SHORTEST_HALF = 3

/**
 * The word that two neighbours are when written as one: "play group" is "playgroup" since that is known,
 * and "food bank" is "foodbank" since it is a phrase of the lexicon. Never with a stop word, so that
 * "be long" stays what it is, and never where the second is little more than an ending ("man aged").
 *
 * @returns null when they are two words and nothing else
 */
export function joinedWord(vocabulary: Vocabulary, first: Half, second: Half): string | null {
  if (first.isStop || second.isStop) return null
  const joined = first.word + second.word
  if (isPair(first, second)) return joined
  if (!isLong(first.word) || !isLong(second.word)) return null
  const stem = stemOf(joined)
  return stem.length >= first.word.length + SHORTEST_HALF && vocabulary.has(stem) ? joined : null
}

/** Whether a word may be the first half of anything: most are not. */
export const mayBeFirst = (vocabulary: Vocabulary, { word, stem, isStop }: Half): boolean =>
  !isStop && (vocabulary.goesOn(word) || SECONDS.has(stem))

const STOP = new Set(lists.stop)
const PARTICLES = new Set(['in', 'out', 'up'])

const IN_FULL = PHRASE_NEIGHBOURS.filter(({ isWhole }) => isWhole)
const COMPOUNDS = PHRASE_NEIGHBOURS.filter(
  ({ first, second, isWhole }) =>
    isWhole || (isLong(first) && isLong(second) && !STOP.has(first) && !STOP.has(second)),
)

function isLong({ length }: string): boolean {
  return length >= SHORTEST_HALF
}

/** Second words of the phrases of the lexicon, by the first, all by their stems. */
const SECONDS = secondsOf(COMPOUNDS)

const isPair = (first: Half, second: Half): boolean => SECONDS.get(first.stem)?.has(second.stem) === true

/**
 * Second words of the phrases that are one word to us even though a part of them is a stop word ("drop
 * in", "well being"), by the first, all by their stems.
 */
export const FIXED_SECONDS = secondsOf(
  IN_FULL.filter(({ first, second }) => STOP.has(second) && (PARTICLES.has(second) || STOP.has(first))),
)

function secondsOf(pairs: readonly Neighbours[]): ReadonlyMap<string, ReadonlySet<string>> {
  const seconds = new Map<string, Set<string>>()
  for (const { first, second } of pairs) {
    const stem = stemOf(first)
    seconds.set(stem, (seconds.get(stem) ?? new Set()).add(stemOf(second)))
  }
  return seconds
}

/** The stems of the two words that the lexicon writes apart, for a stem of both written as one. */
export const halvesOf = (stem: string): readonly [string, string] | undefined => {
  halves ??= new Map(
    COMPOUNDS.map(({ first, second }) => [stemOf(first + second), [stemOf(first), stemOf(second)]]),
  )
  return halves.get(stem)
}

let halves: ReadonlyMap<string, readonly [string, string]> | undefined
