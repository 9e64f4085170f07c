import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import { lexiconNumber, type Neighbours, PHRASE_NEIGHBOURS } from '../topics/phrases.ts'
import { isAmerican } from './british.ts'
import type { Lexeme } from './lexeme.ts'
import { stemAfresh, stemOf } from './stem.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word, as far as it matters for writing two as one. */
export type Half = Pick<Lexeme, 'word' | 'isStop' | 'lexiconNumber' | 'goesOnWith'>

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
  if (!mayGoOn(first, second, joined) || !isLong(first.word) || !isLong(second.word)) return null
  const stem = stemAfresh(joined)
  return stem.length >= first.word.length + SHORTEST_HALF && vocabulary.has(stem) ? joined : null
}

/**
 * Whether any known stem goes on from the first word as the second does. Nearly all pairs are told apart by
 * that: a stem and its word differ in the last letter of the stem at most, but for American spellings.
 */
const mayGoOn = (first: Half, second: Half, joined: string): boolean =>
  (first.goesOnWith & beginningOf(second.word)) !== 0 || isAmerican(joined)

/** A bit that the two letters from there on share with few others. */
function beginningOf(word: string, from = 0): number {
  return 1 << (7 * word.charCodeAt(from) + word.charCodeAt(from + 1))
}

/** The beginnings of what known stems go on with after a word, for three letters or more: one bit each. */
export function goesOnWith(vocabulary: Vocabulary, word: string): number {
  let beginnings = 0
  if (word.length < SHORTEST_HALF) return 0
  for (const stem of vocabulary.goingOn(word)) {
    if (stem.length >= word.length + SHORTEST_HALF) beginnings |= beginningOf(stem, word.length)
  }
  return beginnings
}

/** Whether a word may be the first half of anything: most are not. */
export const mayBeFirst = ({ isStop, goesOnWith, lexiconNumber }: Half): boolean =>
  !isStop && (goesOnWith !== 0 || SECONDS.has(lexiconNumber))

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

/** Second words of the phrases of the lexicon, by the first, all by lexicon number. */
const SECONDS = secondsOf(COMPOUNDS, numberOf)

const isPair = (first: Half, second: Half): boolean =>
  second.lexiconNumber > 0 && SECONDS.get(first.lexiconNumber)?.has(second.lexiconNumber) === true

/**
 * Second words of the phrases that are one word to us even though a part of them is a stop word ("drop
 * in", "well being"), by the first, all by their stems.
 */
export const FIXED_SECONDS = secondsOf(
  IN_FULL.filter(({ first, second }) => STOP.has(second) && (PARTICLES.has(second) || STOP.has(first))),
  stemOf,
)

function secondsOf<T>(pairs: readonly Neighbours[], of: (word: string) => T): ReadonlyMap<T, ReadonlySet<T>> {
  const seconds = new Map<T, Set<T>>()
  for (const { first, second } of pairs) {
    seconds.set(of(first), (seconds.get(of(first)) ?? new Set()).add(of(second)))
  }
  return seconds
}

/** The two words, by the numbers of their stems, that the lexicon writes apart, for a stem of both written as one. */
export const halvesOf = (stem: string): readonly [number, number] | undefined => {
  halves ??= new Map(
    COMPOUNDS.map(({ first, second }) => [stemOf(first + second), [numberOf(first), numberOf(second)]]),
  )
  return halves.get(stem)
}

let halves: ReadonlyMap<string, readonly [number, number]> | undefined

function numberOf(word: string): number {
  return lexiconNumber(stemOf(word))
}
