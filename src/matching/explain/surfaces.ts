import type { ReadFields } from '../profile/read-profiles.ts'
import { spotEarly } from '../topics/early-help.ts'
import { eachPhrase, meaningsOf } from '../topics/spot-phrases.ts'
import type { ReadText } from '../words/read-text.ts'
import { IS_STOP } from '../words/word-list.ts'
import { keysIn, type PlacedKeys } from './placed-keys.ts'
import { quote } from './quote.ts'

/** The words of one side as they stand in its texts. Each is looked for when somebody asks for it. */
export interface Surfaces {
  /** What stands for a word or a pair of words; first ones first, four at most. */
  wordsFor(key: number): readonly string[]
  /** Whether it is misspelt, as far as we can tell. */
  isRespelt(surface: string): boolean
  /** The first phrase of the lexicon for a concept; null for none. */
  namedFor(concept: number): string | null
  /** The word that was learnt to be nearest to a concept, and near enough to be told, the first of those alike; null for none. */
  learntFor(concept: number): string | null
  /** The concepts of early help that it names, each once where it stands first, in the order of the texts. */
  early(): readonly NamedIn[]
}

/** A concept that one of the texts names. */
export interface NamedIn {
  readonly concept: number
  readonly quote: string
  /** Which of the texts, from 0. */
  readonly field: number
}

/** What the phrases of the lexicon in a text may mean: three numbers each, the concept and where its words stand. */
interface NamedConcepts {
  readonly text: ReadText
  readonly named: readonly number[]
}

const MOST = 4

export function surfacesOf(fields: ReadFields): Surfaces {
  const texts = fields.map(([text]) => text)
  const placed = once(() => texts.map((text) => keysIn(text)))
  const respelt = once(() => placed().flatMap((it) => it.respelt))
  const named = once(() => texts.map(namedConcepts))
  return {
    wordsFor: kept((key) => wordsIn(placed(), key)),
    isRespelt: (surface) => respelt().includes(surface),
    namedFor: (concept) => firstNamed(named(), concept),
    learntFor: kept((concept) => nearestIn(texts, concept)),
    early: once(() => earlyIn(texts)),
  }
}

function wordsIn(placed: readonly PlacedKeys[], key: number): readonly string[] {
  const found: string[] = []
  for (const { text, keys } of placed) {
    // Words and pairs take turns.
    for (let at = keys.indexOf(key); at !== -1 && found.length < MOST; at = keys.indexOf(key, at + 1)) {
      const surface = quote(text, at >> 1, 1 + (at & 1))
      if (!found.includes(surface)) found.push(surface)
    }
  }
  return found
}

function earlyIn(texts: readonly ReadText[]): readonly NamedIn[] {
  const first = new Map<number, NamedIn>()
  for (const [field, text] of texts.entries()) {
    for (const { concept, at, length } of spotEarly(text)) {
      if (!first.has(concept)) first.set(concept, { concept, quote: quote(text, at, length), field })
    }
  }
  return [...first.values()]
}

function namedConcepts(text: ReadText): NamedConcepts {
  const named: number[] = []
  eachPhrase(text, (at, length, step) => {
    for (const concept of meaningsOf(step)) named.push(concept, at, length)
  })
  return { text, named }
}

function firstNamed(texts: readonly NamedConcepts[], concept: number): string | null {
  for (const { text, named } of texts) {
    for (let at = 0; at < named.length; at += 3) {
      if (named[at] === concept) return quote(text, named[at + 1] ?? 0, named[at + 2] ?? 0)
    }
  }
  return null
}

/** A word with a cosine of a half or less counts a little, but is no reason: “table” is near to tennis. */
const TOO_FAR = 128

/** However it is written later, a word counts as it does where it stands first. */
function nearestIn(texts: readonly ReadText[], concept: number): string | null {
  const seen = new Set<string>()
  let nearest: string | null = null
  let most = TOO_FAR
  for (const text of texts) {
    for (let at = 0; at < text.numbers.length; at += 1) {
      const affinity = affinityAt(text, at, concept)
      if (affinity === 0) continue
      const surface = quote(text, at, 1)
      const isFirst = !seen.has(surface.toLowerCase())
      seen.add(surface.toLowerCase())
      if (!isFirst || affinity <= most) continue
      nearest = surface
      most = affinity
    }
  }
  return nearest
}

function affinityAt({ words: { list }, numbers }: ReadText, at: number, concept: number): number {
  const word = numbers[at] ?? 0
  if (((list.traits[word] ?? 0) & IS_STOP) !== 0) return 0
  const end = list.nearFrom[word + 1] ?? 0
  for (let near = list.nearFrom[word] ?? 0; near < end; near += 1) {
    if (list.nearConcepts[near] === concept) return list.affinities[near] ?? 0
  }
  return 0
}

/** Asks once for each. */
function kept<T>(find: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return (key) => {
    const found = known.get(key) ?? find(key)
    known.set(key, found)
    return found
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
