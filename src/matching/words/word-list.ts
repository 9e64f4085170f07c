import { NOWHERE } from '../topics/phrase-steps.ts'
import type { Lexeme } from './lexeme.ts'
import { withRoom } from './with-room.ts'

/**
 * The words that texts have used, by number from 1 on. What every reading of every text asks stands in flat
 * lists, where the usual words lie together: to look into a lexeme takes longer than all else.
 */
export interface WordList {
  /** How many there are, the one at 0 included, which is no word. */
  size: number
  readonly lexemes: (Lexeme | null)[]
  /** Some of the bits below. */
  traits: Uint8Array
  keys: Uint32Array
  rarities: Uint8Array
  lexiconNumbers: Uint16Array
  /** Where phrases go on that begin with it. */
  phrases: Uint16Array
  /** Where the concepts that it is near to begin; they end where those of the next word begin. */
  nearFrom: Uint32Array
  nearConcepts: Uint16Array
  affinities: Uint8Array
}

export const IS_STOP = 1
export const IS_STRANGE = 2
export const MAY_JOIN = 4
/** Something else than a word begins with it: the name of an area, or a fixed phrase; or it is a phrase in one. */
export const HAS_PLACES = 8
export const HAS_FIXED_SECONDS = 16
export const HAS_HALVES = 32
export const IS_ACRONYM = 64
export const IS_IN_CAPITALS_ONLY = 128

const FEWEST = 1_024

export function emptyWordList(): WordList {
  return {
    size: 1,
    lexemes: [null],
    traits: new Uint8Array(FEWEST),
    keys: new Uint32Array(FEWEST),
    rarities: new Uint8Array(FEWEST),
    lexiconNumbers: new Uint16Array(FEWEST),
    phrases: new Uint16Array(FEWEST).fill(NOWHERE),
    nearFrom: new Uint32Array(FEWEST),
    nearConcepts: new Uint16Array(FEWEST),
    affinities: new Uint8Array(FEWEST),
  }
}

/** @returns its number */
export function addWord(list: WordList, lexeme: Lexeme): number {
  const number = list.size
  const near = list.nearFrom[number] ?? 0
  makeRoom(list, near + lexeme.about.length)
  list.lexemes.push(lexeme)
  list.traits[number] = traitsOf(lexeme)
  list.keys[number] = lexeme.key
  list.rarities[number] = lexeme.rarity
  list.lexiconNumbers[number] = lexeme.lexiconNumber
  list.phrases[number] = lexeme.phrases
  for (const [at, [concept, affinity]] of lexeme.about.entries()) {
    list.nearConcepts[near + at] = concept
    list.affinities[near + at] = affinity
  }
  list.nearFrom[number + 1] = near + lexeme.about.length
  list.size = number + 1
  return number
}

function traitsOf(lexeme: Lexeme): number {
  return (
    (lexeme.isStop ? IS_STOP : 0) |
    (lexeme.isStrange ? IS_STRANGE : 0) |
    (lexeme.mayJoin ? MAY_JOIN : 0) |
    (lexeme.places ? HAS_PLACES : 0) |
    (lexeme.fixedSeconds ? HAS_FIXED_SECONDS : 0) |
    (lexeme.halves ? HAS_HALVES : 0) |
    (lexeme.acronym ? IS_ACRONYM : 0) |
    (lexeme.acronym?.capitalsOnly ? IS_IN_CAPITALS_ONLY : 0)
  )
}

/** Room for one more word, and for so many concepts of all. */
function makeRoom(list: WordList, near: number): void {
  const words = list.size + 2
  list.traits = withRoom(list.traits, words)
  list.keys = withRoom(list.keys, words)
  list.rarities = withRoom(list.rarities, words)
  list.lexiconNumbers = withRoom(list.lexiconNumbers, words)
  list.phrases = withRoom(list.phrases, words)
  list.nearFrom = withRoom(list.nearFrom, words)
  list.nearConcepts = withRoom(list.nearConcepts, near)
  list.affinities = withRoom(list.affinities, near)
}
