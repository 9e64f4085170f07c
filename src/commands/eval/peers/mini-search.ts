import MiniSearch from 'minisearch'
import * as z from 'zod'
import type { Candidate } from '../labelled-set.ts'
import type { Scored } from '../scored.ts'
import { peerWords } from './peer-words.ts'

const Found = z.array(z.object({ id: z.string(), score: z.number() }))

/** minisearch with prefixes and one mistyped letter in five, asked each word of the text once. */
export function indexMiniSearch(candidates: readonly Candidate[]): (text: string) => Scored[] {
  const search = indexMiniSearchWhole(candidates)
  return (text) => search([...new Set(peerWords(text))].join(' '))
}

/** The same, for a short text that is searched as it is. */
export function indexMiniSearchWhole(candidates: readonly Candidate[]): (text: string) => Scored[] {
  const index = new MiniSearch<Candidate>({ fields: ['title', 'text'] })
  index.addAll(candidates)
  return (text) => Found.parse(index.search(text, { prefix: true, fuzzy: 0.2 }))
}
