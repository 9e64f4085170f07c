import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import { firstStep, type PhraseStep } from '../topics/phrases.ts'
import { RESPELT } from '../weights.ts'
import { type Acronym, acronymOf } from './acronyms.ts'
import { FIXED_SECONDS, type Half, halvesOf, joinedWord, mayBeFirst } from './joined-words.ts'
import { keptSurfaces, type Lookup } from './kept-surfaces.ts'
import { PLACE_NAMES } from './place-words.ts'
import { stemOf } from './stem.ts'
import { wordKey } from './term-key.ts'
import { fold, isWord } from './tokens.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'
import type { KnownWord, WordTable } from './word-table.ts'

/** Everything that matching knows of a word, looked up once however often it comes. */
export interface Lexeme {
  readonly word: string
  readonly stem: string
  readonly key: number
  /** "the", "and": never a topic by itself, but part of phrases. */
  readonly isStop: boolean
  /** 1 to 255; that of a word never seen when the table lacks it. */
  readonly rarity: number
  readonly about: KnownWord['about']
  /** Where a phrase of the lexicon may begin with it. */
  readonly phrases: PhraseStep | undefined
  /** The stems of a phrase of two words that is written as this one; undefined for most. */
  readonly halves: readonly [string, string] | undefined
  /** Names of areas that begin with it, as words. */
  readonly places: readonly (readonly string[])[] | undefined
  readonly acronym: Acronym | undefined
  /** Neither known nor, as far as its capital tells, a name: a slip, or of another language. */
  readonly isStrange: boolean
  /** What it is as it stands, where it was read as another word; undefined for most. */
  readonly asWritten: Lexeme | undefined
  /** Stems of words that it forms a fixed phrase with, a stop word on either side. */
  readonly fixedSeconds: ReadonlySet<string> | undefined
  /** The word that it is together with the next when both are written as one; undefined where it never is. */
  readonly joined: ((next: Lexeme) => Lexeme | null) | undefined
}

/** Finds the lexeme of a word as it stands in a text; null for a number or a single letter. */
export type Dictionary = Lookup<Lexeme | null>

const STOP = new Set(lists.stop)
const NOTHING: KnownWord['about'] = []
const RAREST = 255
/** The same surfaces come again and again; what comes beyond so many is looked up afresh. */
const MOST_KEPT = 200_000

/** A dictionary over what was learnt of words. */
export const dictionaryOf = (table: WordTable): Dictionary =>
  keptSurfaces(readerOf(table, vocabularyOf(table)), MOST_KEPT)

function readerOf(table: WordTable, vocabulary: Vocabulary): (surface: string) => Lexeme | null {
  const lexemeOf = (word: string, stem: string): Lexeme => {
    const known = table.words.get(stem)
    const half: Half = { word, stem, isStop: STOP.has(word) }
    return {
      word,
      stem,
      key: wordKey(stem),
      isStop: half.isStop,
      rarity: known?.rarity ?? RAREST,
      about: known?.about ?? NOTHING,
      phrases: firstStep(stem),
      halves: halvesOf(stem),
      places: PLACE_NAMES.get(word),
      acronym: undefined,
      isStrange: false,
      asWritten: undefined,
      fixedSeconds: FIXED_SECONDS.get(stem),
      joined: mayBeFirst(vocabulary, half) ? joiner(half) : undefined,
    }
  }
  const joiner = (first: Half) => {
    const seconds = new Map<string, Lexeme | null>()
    // The same two words are asked about more than once in a row: for what they say and what they are about.
    let last: Lexeme | undefined
    let lastJoined: Lexeme | null = null
    const find = (second: Lexeme): Lexeme | null => {
      const known = seconds.get(second.word)
      if (known !== undefined) return known
      const word = joinedWord(vocabulary, first, second)
      const joined = word === null ? null : lexemeOf(word, stemOf(word))
      if (seconds.size < MOST_SECONDS) seconds.set(second.word, joined)
      return joined
    }
    return (second: Lexeme): Lexeme | null => {
      if (second.isStop) return null
      if (second !== last) {
        lastJoined = find(second)
        last = second
      }
      return lastJoined
    }
  }
  const readWord = (surface: string, word: string, stem: string): Lexeme => {
    const plain = lexemeOf(word, stem)
    if (isRight(vocabulary, plain) || isName(surface)) return plain
    const strange = { ...plain, isStrange: true }
    const meant = vocabulary.respell(word, stem)
    if (meant === undefined) return strange
    const right = lexemeOf(word, meant)
    return { ...right, rarity: Math.round(right.rarity * RESPELT), isStrange: true, asWritten: strange }
  }
  return (surface) => {
    const acronym = acronymOf(surface)
    if (acronym) {
      const word = acronym.acronym.toLowerCase()
      return asAcronym(lexemeOf(word, stemOf(word)), acronym)
    }
    const word = fold(surface)
    return isInitials(surface) || !isWord(word) ? null : readWord(surface, word, stemOf(word))
  }
}

const MOST_SECONDS = 1_000

/** Nothing that needs another reading: a word that is known, or a place, or a phrase written as one. */
const isRight = (vocabulary: Vocabulary, { stem, isStop, places, halves }: Lexeme): boolean =>
  isStop || vocabulary.isRight(stem) || places !== undefined || halves !== undefined

/** Letters with dots between them that are no acronym. */
const isInitials = (surface: string): boolean => surface.includes('.')

/** Written with a capital: more likely the name of somebody or something than a slip. */
const isName = (surface: string): boolean => /^\p{Lu}/u.test(surface)

/** One that is also a word is a word of its own, so that "SEND" does not meet "send". */
function asAcronym(plain: Lexeme, acronym: Acronym): Lexeme {
  const phrases = { means: acronym.concepts, next: plain.phrases?.next ?? new Map() }
  if (!acronym.capitalsOnly) return { ...plain, phrases, acronym }
  return {
    ...plain,
    key: wordKey(acronym.acronym),
    isStop: false,
    rarity: RAREST,
    about: NOTHING,
    phrases,
    acronym,
    joined: undefined,
    fixedSeconds: undefined,
  }
}
