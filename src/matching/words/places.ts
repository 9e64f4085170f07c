import reference from '../../../data/reference/areas.json' with { type: 'json' }
import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import { fold, type Token, tokensOf } from './tokens.ts'

/** Names of areas as words, by their first word, longest first. */
const NAMES = new Map<string, readonly (readonly string[])[]>()

for (const { name } of reference.areas) {
  const parts = [name, ...name.split(/, | and /)].map((part) =>
    tokensOf(part).map(({ surface }) => fold(surface)),
  )
  for (const words of parts) keep(words)
}

function keep(words: readonly string[]): void {
  const [first] = words
  if (first === undefined || (words.length === 1 && lists.ordinary.includes(first))) return
  const known = NAMES.get(first) ?? []
  NAMES.set(
    first,
    [...known, words].toSorted((a, b) => b.length - a.length),
  )
}

/** Leaves out the names of areas: where a service is has a score of its own, and is no topic. */
export function withoutPlaces(tokens: readonly Token[]): Token[] {
  const topics: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const length = nameAt(tokens, at)
    const token = tokens[at]
    if (length === 0 && token) topics.push(token)
    at += Math.max(length, 1)
  }
  return topics
}

/** How many words from there on are the name of an area; 0 when none is. */
function nameAt(tokens: readonly Token[], at: number): number {
  const names = NAMES.get(tokens[at]?.word ?? '') ?? []
  const name = names.find((words) => words.every((word, step) => tokens[at + step]?.word === word))
  return name?.length ?? 0
}
