import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import { NOWHERE, type PhraseStep } from '../topics/phrase-steps.ts'
import { ACRONYM_STEPS, lexiconNumber, PHRASE_STEPS } from '../topics/phrases.ts'
import { RESPELT } from '../weights.ts'
import { type Acronym, acronymOf } from './acronyms.ts'
import { FIXED_SECONDS, goesOnWith, halvesOf, joinedWord, mayBeFirst } from './joined-words.ts'
import type { Lexeme } from './lexeme.ts'
import { PLACE_NAMES } from './place-words.ts'
import { stemOf } from './stem.ts'
import { wordKey } from './term-key.ts'
import { fold, isWord } from './tokens.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'
import type { KnownWord, WordTable } from './word-table.ts'

/** Finds out what is known of words. Nothing is kept: whoever asks does so once for each. */
export interface LexemeFinder {
  /** The lexeme of a word as it stands in a text; null for a number or a single letter. */
  find(surface: string): Lexeme | null
  /** The one word that two neighbours are; null when they are just two. */
  join(first: Lexeme, second: Lexeme): string | null
  /** The lexeme of such a word. */
  whole(word: string): Lexeme
}

const STOP = new Set(lists.stop)
const NOTHING: KnownWord['about'] = []
const RAREST = 255

/** What is known of words by what was learnt of them. */
export function lexemeFinder(table: WordTable): LexemeFinder {
  const vocabulary = vocabularyOf(table)
  const lexemeOf = (word: string, stem: string): Lexeme => {
    const known = table.words.get(stem)
    const isStop = STOP.has(word)
    const number = lexiconNumber(stem)
    const half = { word, isStop, lexiconNumber: number, goesOnWith: goesOnWith(vocabulary, word) }
    return {
      ...half,
      stem,
      key: wordKey(stem),
      rarity: known?.rarity ?? RAREST,
      about: known?.about ?? NOTHING,
      phrases: number === 0 ? NOWHERE : PHRASE_STEPS.next(NOWHERE, number),
      halves: halvesOf(stem),
      places: PLACE_NAMES.get(word),
      acronym: undefined,
      isStrange: false,
      asWritten: undefined,
      fixedSeconds: FIXED_SECONDS.get(stem),
      mayJoin: mayBeFirst(half),
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
  return {
    find(surface) {
      const acronym = acronymOf(surface)
      if (acronym) {
        const word = acronym.acronym.toLowerCase()
        return asAcronym(lexemeOf(word, stemOf(word)), acronym)
      }
      const word = fold(surface)
      return isInitials(surface) || !isWord(word) ? null : readWord(surface, word, stemOf(word))
    },
    join: (first, second) => joinedWord(vocabulary, first, second),
    whole: (word) => lexemeOf(word, stemOf(word)),
  }
}

/** Nothing that needs another reading: a word that is known, or a place, or a phrase written as one. */
const isRight = (vocabulary: Vocabulary, { stem, isStop, places, halves }: Lexeme): boolean =>
  isStop || vocabulary.isRight(stem) || places !== undefined || halves !== undefined

/** Letters with dots between them that are no acronym. */
const isInitials = (surface: string): boolean => surface.includes('.')

/** Written with a capital: more likely the name of somebody or something than a slip. */
const isName = (surface: string): boolean => /^\p{Lu}/u.test(surface)

/** One that is also a word is a word of its own, so that "SEND" does not meet "send". */
function asAcronym(plain: Lexeme, acronym: Acronym): Lexeme {
  const phrases: PhraseStep = ACRONYM_STEPS.get(acronym) ?? NOWHERE
  if (!acronym.capitalsOnly) return { ...plain, phrases, acronym }
  return {
    ...plain,
    key: wordKey(acronym.acronym),
    isStop: false,
    rarity: RAREST,
    about: NOTHING,
    phrases,
    acronym,
    mayJoin: false,
    fixedSeconds: undefined,
  }
}
