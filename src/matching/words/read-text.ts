import type { Dictionary, Words } from './dictionary.ts'
import type { Lexeme } from './lexeme.ts'
import { eachWord } from './tokens.ts'
import {
  HAS_FIXED_SECONDS,
  HAS_PLACES,
  IS_IN_CAPITALS_ONLY,
  IS_STOP,
  IS_STRANGE,
  type WordList,
} from './word-list.ts'

/** The words of a text in order, with where each stands in it, in UTF-16 units. */
export interface ReadText {
  readonly text: string
  readonly words: Words
  /** The words of the text by their numbers among `words`. */
  readonly numbers: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** What is known of the words of a text, in their order. */
export const lexemesIn = ({ words: { list }, numbers }: ReadText): Lexeme[] =>
  numbers.flatMap((number) => list.lexemes[number] ?? [])

/** Longer texts are read this far: a pasted book says no more of an organisation. */
const LONGEST = 200_000

/** Room for the words of one text after the other: lists of known length are cut from it. */
const NUMBERS: number[] = []
const STARTS: number[] = []
const ENDS: number[] = []

export function readText(dictionary: Dictionary, given: string): ReadText {
  const text = given.length > LONGEST ? given.slice(0, LONGEST) : given
  const words = dictionary()
  const lookUp = readerOf(words, text)
  let size = 0
  eachWord(text, (start, end) => {
    const number = lookUp(start, end)
    if (number === 0) return
    const last = size - 1
    const fixed =
      size > 0 && start === (ENDS[last] ?? -1) + 1
        ? fixedWord(words, text, NUMBERS[last] ?? 0, number, start - 1)
        : 0
    if (fixed > 0) {
      NUMBERS[last] = fixed
      ENDS[last] = end
      return
    }
    NUMBERS[size] = number
    STARTS[size] = start
    ENDS[size] = end
    size += 1
  })
  const numbers = NUMBERS.slice(0, size)
  return {
    text,
    words,
    numbers: isForeign(words, numbers) ? numbers.map((number) => asWritten(words, number)) : numbers,
    starts: STARTS.slice(0, size),
    ends: ENDS.slice(0, size),
  }
}

/** Looks up the words of one text: what its capitals say depends on where they stand. */
function readerOf({ list, find, first }: Words, text: string): (start: number, end: number) => number {
  let isShouted: boolean | undefined
  return (start, end) => {
    const number = isFirstWord(text, start) ? first(text, start, end) : find(text, start, end)
    if (((list.traits[number] ?? 0) & IS_IN_CAPITALS_ONLY) === 0) return number
    isShouted ??= isAllCapitals(text)
    return isShouted ? find(text.slice(start, end).replaceAll('.', '').toLowerCase()) : number
  }
}

/** Whether a word may have a capital for where it stands: most have a small letter, and are soon told. */
const isFirstWord = (text: string, start: number): boolean =>
  !isSmallLetter(text.charCodeAt(start)) && isSentenceStart(text, start)

const isSmallLetter = (unit: number): boolean => unit >= 97 && unit <= 122

/** There a capital says nothing: elsewhere it is the sign of a name. */
function isSentenceStart(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0; at -= 1) {
    const before = text.charCodeAt(at)
    if (before !== SPACE) return BEFORE_SENTENCES.has(before)
  }
  return true
}

const BEFORE_SENTENCES = new Set(Array.from('.!?:;•\n\r“"(', (mark) => mark.charCodeAt(0)))

/** Where more words are in capitals than in small letters, capitals say nothing. */
const isAllCapitals = (text: string): boolean =>
  (text.match(/\p{Lu}{2,}/gu)?.length ?? 0) > (text.match(/\p{Ll}{2,}/gu)?.length ?? 0)

/**
 * The word that a word forms with the one before where a stop word is a part of it: "drop in", "well-being".
 *
 * @param between - where the one unit stands that is between them
 * @returns 0 for none
 */
function fixedWord(words: Words, text: string, before: number, number: number, between: number): number {
  const { list, find } = words
  const [own, next] = [list.traits[before] ?? 0, list.traits[number] ?? 0]
  const sign = text.charCodeAt(between)
  const isHyphened = sign === HYPHEN && ((own | next) & IS_STOP) !== 0
  const isFixed = (own & HAS_FIXED_SECONDS) !== 0 && (sign === HYPHEN || sign === SPACE)
  if (!isHyphened && !(isFixed && areFixed(words, before, number))) return 0
  const joined = find(wordAt(list, before) + wordAt(list, number))
  return ((list.traits[joined] ?? 0) & IS_STRANGE) === 0 ? joined : 0
}

const areFixed = ({ list: { lexemes } }: Words, first: number, second: number): boolean =>
  lexemes[first]?.fixedSeconds?.has(lexemes[second]?.stem ?? '') === true

const wordAt = ({ lexemes }: WordList, number: number): string => lexemes[number]?.word ?? ''

/** So many words tell the language of a text, when more than half of them are strange. */
const ENOUGH_WORDS = 6

/** Whether the words of a text are for the most part not ours: then none of them is a misspelling of ours. */
function isForeign({ list: { traits } }: Words, numbers: readonly number[]): boolean {
  if (numbers.length < ENOUGH_WORDS) return false
  let strange = 0
  for (let at = 0; at < numbers.length; at += 1) {
    if (((traits[numbers[at] ?? 0] ?? 0) & IS_STRANGE) !== 0) strange += 1
  }
  return strange * 2 > numbers.length
}

/** The word as it stands there, for one that was read as another. */
const asWritten = ({ list }: Words, number: number): number =>
  list.lexemes[number]?.asWritten === undefined ? number : number - 1

/** Whether nothing but a space or a hyphen stands between a word and the next. */
export function isJoined({ text, starts, ends }: ReadText, at: number): boolean {
  const end = ends[at] ?? -1
  if (starts[at + 1] !== end + 1) return false
  const between = text.charCodeAt(end)
  return between === SPACE || between === HYPHEN
}

const SPACE = 32
const HYPHEN = 45

/** How many words from there on are the name of an area; 0 when none is. */
export function placeNameAt({ words: { list }, numbers }: ReadText, at: number): number {
  const number = numbers[at] ?? 0
  if (((list.traits[number] ?? 0) & HAS_PLACES) === 0) return 0
  const name = list.lexemes[number]?.places?.find((words) =>
    words.every((word, step) => list.lexemes[numbers[at + step] ?? 0]?.word === word),
  )
  return name?.length ?? 0
}
