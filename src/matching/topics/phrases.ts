import lexicon from '../../../data/reference/concepts.json' with { type: 'json' }
import { ACRONYMS, isCapitalsOnly } from '../words/acronyms.ts'
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'

/** One more word of a phrase of the lexicon, by its stem. */
export interface PhraseStep {
  readonly next: ReadonlyMap<string, PhraseStep>
  /** Concepts that the phrase so far may mean, by number; empty while it is none. */
  readonly means: readonly number[]
}

interface GrowingStep extends PhraseStep {
  readonly next: Map<string, GrowingStep>
  readonly means: number[]
}

const ROOT: GrowingStep = { next: new Map(), means: [] }
const WORDS = new Map<string, string>()
const NEIGHBOURS: Neighbours[] = []

/** Two words that follow each other in a phrase. */
export interface Neighbours {
  readonly first: string
  readonly second: string
  /** Whether they are all of it. */
  readonly isWhole: boolean
}

lexicon.concepts.forEach((concept, number) => {
  // What is read from its capitals must not be read without them.
  for (const phrase of concept.phrases) if (!isCapitalsOnly(phrase)) keepPhrase(phrase, number)
})
for (const { means, concepts } of ACRONYMS) for (const concept of concepts) keepPhrase(means, concept)

/** Every phrase as its stems, joined by spaces, and the concepts that it may mean. */
export const PHRASES: ReadonlyMap<string, readonly number[]> = new Map(phrasesFrom(ROOT, []))

function phrasesFrom(step: PhraseStep, stems: readonly string[]): [string, readonly number[]][] {
  const further = [...step.next].flatMap(([stem, next]) => phrasesFrom(next, [...stems, stem]))
  return step.means.length > 0 ? [[stems.join(' '), step.means], ...further] : further
}

/** Where phrases begin with that stem; undefined when none does. */
export const firstStep = (stem: string): PhraseStep | undefined => ROOT.next.get(stem)

function keepPhrase(phrase: string, concept: number): void {
  let step = ROOT
  const words = tokensOf(phrase).map(({ word }) => word)
  words.slice(1).forEach((second, at) => {
    NEIGHBOURS.push({ first: words[at] ?? '', second, isWhole: words.length === 2 })
  })
  for (const word of words) {
    const stem = stemOf(word)
    WORDS.set(word, stem)
    const next = step.next.get(stem) ?? { next: new Map(), means: [] }
    step.next.set(stem, next)
    step = next
  }
  if (step !== ROOT && !step.means.includes(concept)) step.means.push(concept)
}

const STEMS: ReadonlySet<string> = new Set([...PHRASES.keys()].flatMap((phrase) => phrase.split(' ')))

/** Whether any phrase of the lexicon has a word with that stem. */
export const isLexiconStem = (stem: string): boolean => STEMS.has(stem)

/** The words of all phrases, each once, with their stems. */
export const LEXICON_WORDS: ReadonlyMap<string, string> = WORDS

/** Every two words that follow each other in a phrase. */
export const PHRASE_NEIGHBOURS: readonly Neighbours[] = NEIGHBOURS
