import type { Acronym } from '../words/acronyms.ts'
import type { ReadText } from '../words/read-text.ts'
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'
import { HAS_HALVES, IS_ACRONYM, IS_STOP, MAY_JOIN } from '../words/word-list.ts'
import { NOWHERE, type PhraseStep } from './phrase-steps.ts'
import { PHRASE_STEPS } from './phrases.ts'

/** A phrase of the lexicon in a text: words from `at` on, and the concepts that it may mean. */
export interface Spotted {
  readonly at: number
  readonly length: number
  readonly means: readonly number[]
}

/** The phrases of a text in order, as `eachPhrase` finds them. */
export function spotPhrases(text: ReadText): Spotted[] {
  const found: Spotted[] = []
  eachPhrase(text, (at, length, step) => {
    found.push({ at, length, means: [...meaningsOf(step)] })
  })
  return found
}

/** The concepts that a phrase may mean which leads to that step. */
export const meaningsOf = (step: PhraseStep): Uint16Array =>
  PHRASE_STEPS.meanings.subarray(meaningsFrom[step], meaningsFrom[step + 1])

/**
 * Calls back for the phrases of a text in order, with the step that each leads to; of those that overlap the
 * first, and of those that begin there the longest. An acronym beside the words that it stands for is not
 * counted again.
 */
export function eachPhrase(
  text: ReadText,
  seen: (at: number, length: number, step: PhraseStep) => void,
): void {
  for (let at = 0; at < text.numbers.length; ) {
    const length = phraseAt(text, at)
    if (length > 0 && !isExplained(text, at, length)) seen(at, length, phrase)
    at += Math.max(1, length)
  }
}

/** How many words from there on are a phrase; 0 when none is. */
function phraseAt(text: ReadText, at: number): number {
  const { words, numbers } = text
  const { list } = words
  const first = numbers[at] ?? 0
  const longest = walk(text, at, list.phrases[first] || wayInside(text, at, NOWHERE), 1)
  if (longest > 0 || ((list.traits[first] ?? 0) & MAY_JOIN) === 0) return longest
  const next = numbers[at + 1] ?? 0
  if (next === 0 || ((list.traits[next] ?? 0) & IS_STOP) !== 0) return 0
  const joined = words.join(first, next)
  return walk(text, at, list.phrases[joined] ?? NOWHERE, 2)
}

const { meaningsFrom } = PHRASE_STEPS
/** The step that the phrase leads to that was walked last. */
let phrase: PhraseStep = NOWHERE

/** How long the longest phrase is that goes on from a step, which so many words from `at` on have led to. */
function walk(text: ReadText, at: number, from: PhraseStep, taken: number): number {
  let longest = 0
  let length = taken
  for (let step = from; step !== NOWHERE; step = stepFrom(text, at + length - 1, step)) {
    if (meaningsFrom[step] !== meaningsFrom[step + 1]) {
      longest = length
      phrase = step
    }
    length += 1
  }
  return longest
}

/** Where the word at that place leads; past the end there is none. */
function stepFrom(text: ReadText, at: number, step: PhraseStep): PhraseStep {
  const word = text.words.list.lexiconNumbers[text.numbers[at] ?? 0] ?? 0
  const next = word === 0 ? NOWHERE : PHRASE_STEPS.next(step, word)
  return next === NOWHERE ? wayInside(text, at, step) : next
}

/** Where the two halves of a word lead that the lexicon writes apart. */
function wayInside({ words: { list }, numbers }: ReadText, at: number, step: PhraseStep): PhraseStep {
  const number = numbers[at] ?? 0
  if (((list.traits[number] ?? 0) & HAS_HALVES) === 0) return NOWHERE
  const [first = 0, second = 0] = list.lexemes[number]?.halves ?? []
  const half = PHRASE_STEPS.next(step, first)
  return half === NOWHERE ? NOWHERE : PHRASE_STEPS.next(half, second)
}

/** Whether the words that an acronym stands for come right before or after it. */
function isExplained({ words: { list }, numbers }: ReadText, at: number, length: number): boolean {
  const first = numbers[at] ?? 0
  if (length > 1 || ((list.traits[first] ?? 0) & IS_ACRONYM) === 0) return false
  const acronym = list.lexemes[first]?.acronym
  if (acronym === undefined) return false
  const stems = stemsOf(acronym)
  const standsFrom = (from: number): boolean =>
    stems.every((stem, step) => list.lexemes[numbers[from + step] ?? 0]?.stem === stem)
  return standsFrom(at - stems.length) || standsFrom(at + 1)
}

const STEMS = new Map<Acronym, readonly string[]>()

function stemsOf(acronym: Acronym): readonly string[] {
  const stems = STEMS.get(acronym) ?? tokensOf(acronym.means).map(({ word }) => stemOf(word))
  STEMS.set(acronym, stems)
  return stems
}
