import { PAIR } from '../weights.ts'
import type { Lexeme } from './lexeme.ts'
import { logCount } from './log-count.ts'
import { isJoined, placeNameAt, type ReadText } from './read-text.ts'
import { count, emptyTally, type Tally } from './tally.ts'
import { pairKey } from './term-key.ts'

/** Words and pairs by key, each once, and how much each counts beside it. */
export interface WordWeights {
  /** How many there are: what stands beyond in the lists is of no account. */
  readonly size: number
  readonly keys: Uint32Array
  readonly amounts: Float64Array
}

export const NO_WORDS: WordWeights = { size: 0, keys: new Uint32Array(), amounts: new Float64Array() }

/** Room to count in: `amounts` of uses is how rare a word or pair is, that of sums what it comes to. */
let uses: Tally | undefined
let sums: Tally | undefined

/**
 * What texts say, by key of word and of pair of neighbouring words: rarity times field weight times
 * 1 + ln count. Stop words and names of areas are left out: where a service is has a part of its own.
 *
 * @param fields - each text with how much it counts
 * @returns in room that is used again: good until the next texts are weighed
 */
export function weighWords(fields: readonly (readonly [text: ReadText, weight: number])[]): WordWeights {
  let most = 0
  for (const [{ lexemes }] of fields) most += 2 * lexemes.length
  const all = emptyTally(sums, most)
  sums = all
  for (const [text, weight] of fields) {
    const used = emptyTally(uses, most)
    uses = used
    countWords(used, text)
    addUses(all, used, weight)
  }
  return all
}

function addUses(all: Tally, { size, keys, times, amounts }: Tally, weight: number): void {
  for (let use = 0; use < size; use += 1) {
    const rarity = amounts[use] ?? 0
    addTo(all, count(all, keys[use] ?? 0), weight * rarity * logCount(times[use] ?? 0))
  }
}

function addTo({ amounts }: Tally, place: number, much: number): void {
  amounts[place] = (amounts[place] ?? 0) + much
}

function countWords(used: Tally, text: ReadText): void {
  const { lexemes } = text
  eachTopicWord(text, (at, isPair) => {
    const word = lexemes[at]
    if (word === undefined) return
    add(used, word.key, word.rarity)
    const next = isPair ? lexemes[at + 1] : undefined
    if (next) add(used, keyOfPair(word, next), (PAIR * (word.rarity + next.rarity)) / 2)
  })
}

/** Of a key that is used more than once, the first use tells how rare it is. */
function add(used: Tally, key: number, rarity: number): void {
  const place = count(used, key)
  if (used.times[place] === 1) used.amounts[place] = rarity
}

/** The key of two neighbouring words: that of the one word that they are when nothing stands between them. */
export const keyOfPair = (first: Lexeme, second: Lexeme): number =>
  first.joined?.(second)?.key ?? pairKey(first.key, second.key)

/** Calls back for every word that can be a topic, and whether it forms a pair with the next. */
export function eachTopicWord(text: ReadText, seen: (at: number, isPair: boolean) => void): void {
  const { lexemes } = text
  for (let at = 0; at < lexemes.length; ) {
    const place = placeNameAt(text, at)
    if (place === 0 && lexemes[at]?.isStop === false) seen(at, isPairAt(text, at))
    at += Math.max(1, place)
  }
}

const isPairAt = (text: ReadText, at: number): boolean =>
  text.lexemes[at + 1]?.isStop === false && isJoined(text, at) && placeNameAt(text, at + 1) === 0
