import Fuse from 'fuse.js'
import type { Candidate } from '../labelled-set.ts'
import type { Scored } from '../scored.ts'
import { peerWords } from './peer-words.ts'
import { heaviest, weighing } from './tf-idf.ts'

const KEYWORDS = 8

/** fuse.js as it comes: one search for the keywords of the text, joined. */
export function indexFuse(candidates: readonly Candidate[]): (text: string) => Scored[] {
  const fuse = new Fuse(candidates, { keys: ['title', 'text'], includeScore: true })
  const keywords = keywordsFrom(candidates)
  return (text) => found(fuse, keywords(text).join(' '))
}

/** fuse.js as it comes, for a short text that is searched whole. */
export function indexFuseWhole(candidates: readonly Candidate[]): (text: string) => Scored[] {
  const fuse = new Fuse(candidates, { keys: ['title'], includeScore: true })
  return (text) => found(fuse, text)
}

/** fuse.js with a search for each keyword wherever it stands; a candidate's score is the sum. */
export function indexFuseByWord(candidates: readonly Candidate[]): (text: string) => Scored[] {
  const fuse = new Fuse(candidates, { keys: ['title', 'text'], includeScore: true, ignoreLocation: true })
  const keywords = keywordsFrom(candidates)
  return (text) => {
    const sums = new Map<string, number>()
    for (const { id, score } of keywords(text).flatMap((word) => found(fuse, word))) {
      sums.set(id, (sums.get(id) ?? 0) + score)
    }
    return [...sums].map(([id, score]) => ({ id, score }))
  }
}

/** fuse.js counts from 0, the same, to 1, nothing alike. */
const found = (fuse: Fuse<Candidate>, text: string): Scored[] =>
  fuse.search(text).map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score }))

function keywordsFrom(candidates: readonly Candidate[]): (text: string) => string[] {
  const weigh = weighing(
    candidates.map(({ title, text }) => `${title} ${text}`),
    peerWords,
  )
  return (text) => heaviest(weigh(text), KEYWORDS)
}
