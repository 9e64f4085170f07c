import reference from '../../../data/reference/areas.json' with { type: 'json' }
import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import { fold, tokensOf } from './tokens.ts'

/** Names of areas as folded words, by their first word, longest first. */
export const PLACE_NAMES: ReadonlyMap<string, readonly (readonly string[])[]> = placeNames()

function placeNames(): Map<string, readonly (readonly string[])[]> {
  const names = new Map<string, readonly (readonly string[])[]>()
  for (const { name } of reference.areas) {
    for (const part of [name, ...name.split(/, | and /)]) {
      const words = tokensOf(part).map(({ surface }) => fold(surface))
      const [first] = words
      // "Reading" and "Bath" are more often ordinary words.
      if (first === undefined || (words.length === 1 && lists.ordinary.includes(first))) continue
      const known = names.get(first) ?? []
      names.set(
        first,
        [...known, words].toSorted((a, b) => b.length - a.length),
      )
    }
  }
  return names
}
