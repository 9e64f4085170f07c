import type { Acronym } from '../words/acronyms.ts'
import type { Lexeme } from '../words/lexeme.ts'
import type { ReadText } from '../words/read-text.ts'
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'
import { firstStep, type PhraseStep } from './phrases.ts'

/** A phrase of the lexicon in a text: words from `at` on, and the concepts that it may mean. */
export interface Spotted {
  readonly at: number
  readonly length: number
  readonly means: readonly number[]
}

/**
 * The phrases of a text in order; of those that overlap the first, and of those that begin there the longest.
 * An acronym beside the words that it stands for is not counted again.
 */
export function spotPhrases({ lexemes }: Pick<ReadText, 'lexemes'>): Spotted[] {
  const found: Spotted[] = []
  for (let at = 0; at < lexemes.length; ) {
    const phrase = phraseAt(lexemes, at)
    if (phrase && !isExplained(lexemes, phrase)) found.push(phrase)
    at += phrase?.length ?? 1
  }
  return found
}

function phraseAt(lexemes: ReadText['lexemes'], at: number): Spotted | null {
  const first = lexemes[at]
  if (first === undefined) return null
  const from = first.phrases ?? (first.halves && insideOf(first.halves))
  const longest = from === undefined ? null : walk(lexemes, at, from, 1)
  if (longest !== null || first.joined === undefined) return longest
  const next = lexemes[at + 1]
  const joined = next && first.joined(next)?.phrases
  return joined === undefined ? null : walk(lexemes, at, joined, 2)
}

/** The longest phrase that goes on from a step, which so many words from `at` on have led to. */
function walk(lexemes: ReadText['lexemes'], at: number, from: PhraseStep, taken: number): Spotted | null {
  let longest = 0
  let means = from.means
  let step: PhraseStep | undefined = from
  for (let length = taken; step !== undefined; length += 1) {
    if (step.means.length > 0) {
      longest = length
      means = step.means
    }
    const next: Lexeme | undefined = step.next.size > 0 ? lexemes[at + length] : undefined
    step = next && (step.next.get(next.stem) ?? (next.halves && insideOf(next.halves, step)))
  }
  return longest === 0 ? null : { at, length: longest, means }
}

/** Where the two halves of a word lead that the lexicon writes apart; from the first step where none is given. */
function insideOf([first, second]: readonly [string, string], step?: PhraseStep): PhraseStep | undefined {
  return (step ? step.next.get(first) : firstStep(first))?.next.get(second)
}

/** Whether the words that an acronym stands for come right before or after it. */
function isExplained(lexemes: ReadText['lexemes'], { at, length }: Spotted): boolean {
  const acronym = length === 1 ? lexemes[at]?.acronym : undefined
  if (acronym === undefined) return false
  const stems = stemsOf(acronym)
  const standsFrom = (from: number): boolean =>
    stems.every((stem, step) => lexemes[from + step]?.stem === stem)
  return standsFrom(at - stems.length) || standsFrom(at + 1)
}

const STEMS = new Map<Acronym, readonly string[]>()

function stemsOf(acronym: Acronym): readonly string[] {
  const stems = STEMS.get(acronym) ?? tokensOf(acronym.means).map(({ word }) => stemOf(word))
  STEMS.set(acronym, stems)
  return stems
}
