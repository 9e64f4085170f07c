import lexicon from '../../../data/reference/concepts.json' with { type: 'json' }
import reference from '../../../data/reference/early-help.json' with { type: 'json' }
import type { Lexeme } from '../words/lexeme.ts'
import { isJoined, lexemesIn, type ReadText } from '../words/read-text.ts'
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'
import { type Spotted, spotPhrases } from './spot-phrases.ts'

/** A concept of early help that a text names: words from `at` on. */
export interface NamedEarly extends Omit<Spotted, 'means'> {
  readonly concept: number
}

/** Words run together as they are compared: "foodbank" and "food bank" are the same. */
const keyOf = (words: string): string =>
  tokensOf(words)
    .map(({ word }) => stemOf(word))
    .join('')

const TOO_WIDE: ReadonlySet<string> = new Set(reference.too_wide.map(keyOf))

/** Phrases by which each concept that is marked early is named, by number; null for any other concept. */
const NAMES: readonly (ReadonlySet<string> | null)[] = lexicon.concepts.map(({ early, label, phrases }) => {
  if (!early) return null
  const parts = new Set(label.split(/, | and /).map(keyOf))
  // A single word says it only where it is what the concept is called: "crime" does not prevent any.
  const names = phrases.filter((phrase) => phrase.includes(' ') || parts.has(keyOf(phrase)))
  return new Set(names.map(keyOf).filter((key) => !TOO_WIDE.has(key)))
})

/** What stands before or after a phrase in a sentence of what is not paid for. */
const NOT_PAID =
  /(?:\b(?:not|cannot|never|nor)|n['’]t)\s+(?:\p{L}+\s+){0,2}?(?:fund|pay|support|cover|consider|accept|include|eligible|available|for)|\bexclu\p{L}+|\bineligible\b|\bexcept\b|\bunable to\b|\brather than\b|\binstead of\b/iu

/**
 * The phrases of a text that name early help, in order. Words that are learnt to be near do not count, nor
 * phrases that say too little by themselves, nor those in a sentence on what is not paid for.
 */
export function spotEarly(text: ReadText): NamedEarly[] {
  const lexemes = lexemesIn(text)
  return spotPhrases(text).flatMap(({ at, length, means }) => {
    const words = lexemes.slice(at, at + length)
    const concept = means.find((number) => isNamed(number, words))
    return concept === undefined || !isUnbroken(text, at, length) || isNotPaid(text, at)
      ? []
      : [{ at, length, concept }]
  })
}

function isNamed(concept: number, words: readonly Lexeme[]): boolean {
  const names = NAMES[concept] ?? null
  const acronym = words.length === 1 ? words[0]?.acronym : undefined
  if (names === null || acronym === undefined)
    return names?.has(words.map(({ stem }) => stem).join('')) ?? false
  return !TOO_WIDE.has(keyOf(acronym.means))
}

/** Whether no comma or stop parts its words. */
function isUnbroken(text: ReadText, at: number, length: number): boolean {
  for (let step = 0; step < length - 1; step += 1) if (!isJoined(text, at + step)) return false
  return true
}

function isNotPaid({ text, starts }: ReadText, at: number): boolean {
  const start = starts[at] ?? 0
  const before = text.slice(0, start)
  const from = Math.max(...['.', '!', '?', '\n'].map((stop) => before.lastIndexOf(stop))) + 1
  const end = text.slice(start).search(/[.!?\n]/)
  return NOT_PAID.test(text.slice(from, end === -1 ? undefined : start + end))
}
