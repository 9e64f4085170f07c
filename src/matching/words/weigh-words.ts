import { PAIR } from '../weights.ts'
import type { Words } from './dictionary.ts'
import { logCount } from './log-count.ts'
import { isJoined, placeNameAt, type ReadText } from './read-text.ts'
import { count, countFirst, emptyTally, type Tally } from './tally.ts'
import { pairKey } from './term-key.ts'
import { IS_STOP, MAY_JOIN } from './word-list.ts'

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
  for (const [{ numbers }] of fields) most += 2 * numbers.length
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
  const { words, numbers } = text
  const { keys, rarities } = words.list
  eachTopicWord(text, (at, isPair) => {
    const [word, next] = [numbers[at] ?? 0, numbers[at + 1] ?? 0]
    const rarity = rarities[word] ?? 0
    countFirst(used, keys[word] ?? 0, rarity)
    if (isPair) countFirst(used, keyOfPair(words, word, next), (PAIR * (rarity + (rarities[next] ?? 0))) / 2)
  })
}

/** The key of two neighbouring words: that of the one word that they are when nothing stands between them. */
export function keyOfPair({ list, join }: Words, first: number, second: number): number {
  const joined = ((list.traits[first] ?? 0) & MAY_JOIN) === 0 ? 0 : join(first, second)
  return joined > 0 ? (list.keys[joined] ?? 0) : pairKey(list.keys[first] ?? 0, list.keys[second] ?? 0)
}

/** Calls back for every word that can be a topic, and whether it forms a pair with the next. */
export function eachTopicWord(text: ReadText, seen: (at: number, isPair: boolean) => void): void {
  const { length } = text.numbers
  for (let at = 0; at < length; ) {
    const place = placeNameAt(text, at)
    if (place === 0 && !isStopAt(text, at)) seen(at, isPairAt(text, at))
    at += Math.max(1, place)
  }
}

const isStopAt = ({ words: { list }, numbers }: ReadText, at: number): boolean =>
  ((list.traits[numbers[at] ?? 0] ?? 0) & IS_STOP) !== 0

const isPairAt = (text: ReadText, at: number): boolean =>
  isJoined(text, at) && !isStopAt(text, at + 1) && placeNameAt(text, at + 1) === 0
