import type { Dictionary, Lexeme } from './lexeme.ts'
import { eachWord } from './tokens.ts'

/** The words of a text in order, with where each stands in it, in UTF-16 units. */
export interface ReadText {
  readonly text: string
  readonly lexemes: readonly Lexeme[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Longer texts are read this far: a pasted book says no more of an organisation. */
const LONGEST = 200_000

/** Room for the words of one text after the other: lists of known length are cut from it. */
const LEXEMES: Lexeme[] = []
const STARTS: number[] = []
const ENDS: number[] = []

export function readText(dictionary: Dictionary, given: string): ReadText {
  const text = given.length > LONGEST ? given.slice(0, LONGEST) : given
  const lookUp = readerOf(dictionary, text)
  let size = 0
  eachWord(text, (start, end) => {
    const lexeme = lookUp(start, end)
    if (lexeme === null) return
    const last = size - 1
    const fixed =
      size === 0 ? null : fixedWord(dictionary, text, LEXEMES[last], ENDS[last] ?? -1, lexeme, start)
    if (fixed) {
      LEXEMES[last] = fixed
      ENDS[last] = end
      return
    }
    LEXEMES[size] = lexeme
    STARTS[size] = start
    ENDS[size] = end
    size += 1
  })
  const lexemes = LEXEMES.slice(0, size)
  return {
    text,
    lexemes: isForeign(lexemes) ? lexemes.map((it) => it.asWritten ?? it) : lexemes,
    starts: STARTS.slice(0, size),
    ends: ENDS.slice(0, size),
  }
}

/** Looks up the words of one text: what its capitals say depends on where they stand. */
function readerOf(dictionary: Dictionary, text: string): (start: number, end: number) => Lexeme | null {
  let isShouted: boolean | undefined
  return (start, end) => {
    const lexeme = isFirstWord(text, start)
      ? dictionary(smallFirst(text.slice(start, end)))
      : dictionary(text, start, end)
    if (lexeme?.acronym?.capitalsOnly !== true) return lexeme
    isShouted ??= isAllCapitals(text)
    return isShouted ? dictionary(text.slice(start, end).replaceAll('.', '').toLowerCase()) : lexeme
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

/** But a word in capitals is one wherever it stands. */
const smallFirst = (surface: string): string => {
  const second = surface.charAt(1)
  return second !== second.toUpperCase() ? surface.charAt(0).toLowerCase() + surface.slice(1) : surface
}

/** Where more words are in capitals than in small letters, capitals say nothing. */
const isAllCapitals = (text: string): boolean =>
  (text.match(/\p{Lu}{2,}/gu)?.length ?? 0) > (text.match(/\p{Ll}{2,}/gu)?.length ?? 0)

/** The word that a word forms with the one before where a stop word is a part of it: "drop in", "well-being". */
function fixedWord(
  dictionary: Dictionary,
  text: string,
  before: Lexeme | undefined,
  end: number,
  lexeme: Lexeme,
  start: number,
): Lexeme | null {
  if (before === undefined || start !== end + 1) return null
  const between = text.charCodeAt(end)
  const isFixed = before.fixedSeconds?.has(lexeme.stem) === true && (between === SPACE || between === HYPHEN)
  const isHyphened = between === HYPHEN && (before.isStop || lexeme.isStop)
  if (!isFixed && !isHyphened) return null
  const joined = dictionary(before.word + lexeme.word)
  return joined === null || joined.isStrange ? null : joined
}

/** So many words tell the language of a text, when more than half of them are strange. */
const ENOUGH_WORDS = 6

/** Whether the words of a text are for the most part not ours: then none of them is a misspelling of ours. */
function isForeign(lexemes: readonly Lexeme[]): boolean {
  if (lexemes.length < ENOUGH_WORDS) return false
  let strange = 0
  for (const lexeme of lexemes) if (lexeme.isStrange) strange += 1
  return strange * 2 > lexemes.length
}

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
export function placeNameAt({ lexemes }: ReadText, at: number): number {
  const names = lexemes[at]?.places
  if (names === undefined) return 0
  const name = names.find((words) => words.every((word, step) => lexemes[at + step]?.word === word))
  return name?.length ?? 0
}
