import lexicon from '../../../data/reference/concepts.json' with { type: 'json' }
import { ACRONYMS, type Acronym, isCapitalsOnly } from '../words/acronyms.ts'
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'
import { type GrowingStep, type PhraseStep, type PhraseSteps, phraseSteps } from './phrase-steps.ts'

const ROOT: GrowingStep = { next: new Map(), means: [] }
const WORDS = new Map<string, string>()
/** Stems of all phrases: the number of each is its place. The first is none. */
const STEMS = ['']
const NUMBERS = new Map<string, number>()
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

function phrasesFrom(step: GrowingStep, stems: readonly string[]): [string, readonly number[]][] {
  const further = [...step.next].flatMap(([number, next]) =>
    phrasesFrom(next, [...stems, STEMS[number] ?? '']),
  )
  return step.means.length > 0 ? [[stems.join(' '), step.means], ...further] : further
}

/** The number of a stem that a phrase of the lexicon has, from 1 on; 0 for any other. */
export const lexiconNumber = (stem: string): number => NUMBERS.get(stem) ?? 0

/** An acronym means something by itself, and phrases go on from it as from the word that it looks like. */
const acronymStep = ({ acronym, concepts }: Acronym): GrowingStep => ({
  means: [...concepts],
  next: ROOT.next.get(lexiconNumber(stemOf(acronym.toLowerCase())))?.next ?? new Map(),
})

const STEPS = [...stepsFrom(ROOT), ...ACRONYMS.map(acronymStep)]

function stepsFrom(step: GrowingStep): GrowingStep[] {
  return [step, ...[...step.next.values()].flatMap(stepsFrom)]
}

/** The phrases of the lexicon as ways through the stems of their words, by lexicon number. */
export const PHRASE_STEPS: PhraseSteps = phraseSteps(STEPS)

/** Where an acronym leads. */
export const ACRONYM_STEPS: ReadonlyMap<Acronym, PhraseStep> = new Map(
  ACRONYMS.map((acronym, at) => [acronym, STEPS.length - ACRONYMS.length + at]),
)

function keepPhrase(phrase: string, concept: number): void {
  let step = ROOT
  const words = tokensOf(phrase).map(({ word }) => word)
  words.slice(1).forEach((second, at) => {
    NEIGHBOURS.push({ first: words[at] ?? '', second, isWhole: words.length === 2 })
  })
  for (const word of words) {
    const stem = stemOf(word)
    WORDS.set(word, stem)
    const number = numberOf(stem)
    const next: GrowingStep = step.next.get(number) ?? { next: new Map(), means: [] }
    step.next.set(number, next)
    step = next
  }
  if (step !== ROOT && !step.means.includes(concept)) step.means.push(concept)
}

function numberOf(stem: string): number {
  const number = NUMBERS.get(stem) ?? STEMS.push(stem) - 1
  NUMBERS.set(stem, number)
  return number
}

/** The words of all phrases, each once, with their stems. */
export const LEXICON_WORDS: ReadonlyMap<string, string> = WORDS

/** Every two words that follow each other in a phrase. */
export const PHRASE_NEIGHBOURS: readonly Neighbours[] = NEIGHBOURS
