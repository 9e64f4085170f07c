import type { PhraseStep } from '../topics/phrase-steps.ts'
import type { Acronym } from './acronyms.ts'
import type { KnownWord } from './word-table.ts'

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
  /** The number of its stem in the phrases of the lexicon; 0 when none has it. */
  readonly lexiconNumber: number
  /** Where phrases of the lexicon go on that begin with it. */
  readonly phrases: PhraseStep
  /** The two words of a phrase, by lexicon number, that is written as this one; undefined for most. */
  readonly halves: readonly [number, number] | undefined
  /** Names of areas that begin with it, as words. */
  readonly places: readonly (readonly string[])[] | undefined
  readonly acronym: Acronym | undefined
  /** Neither known nor, as far as its capital tells, a name: a slip, or of another language. */
  readonly isStrange: boolean
  /** What it is as it stands, where it was read as another word; undefined for most. */
  readonly asWritten: Lexeme | undefined
  /** Stems of words that it forms a fixed phrase with, a stop word on either side. */
  readonly fixedSeconds: ReadonlySet<string> | undefined
  /** How known stems go on that begin with it: a bit for each beginning, 0 for a word that none goes on from. */
  readonly goesOnWith: number
  /** Whether it and the next may be one word; most are the first half of none. */
  readonly mayJoin: boolean
}
