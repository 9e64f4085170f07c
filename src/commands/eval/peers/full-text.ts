import Sqlite from 'better-sqlite3'
import * as z from 'zod'
import type { Candidate } from '../labelled-set.ts'
import type { Scored } from '../scored.ts'
import { peerWords } from './peer-words.ts'

const Found = z.array(z.object({ at: z.int(), score: z.number() }))

/** SQLite's own full-text search: any of the words, bm25, Porter stems. */
export function indexFullText(candidates: readonly Candidate[]): (text: string) => Scored[] {
  const file = new Sqlite(':memory:')
  file.exec("CREATE VIRTUAL TABLE candidates USING fts5(body, tokenize = 'porter unicode61')")
  const insert = file.prepare('INSERT INTO candidates (rowid, body) VALUES (?, ?)')
  file.transaction(() => {
    candidates.forEach(({ title, text }, at) => {
      insert.run(at, `${title} ${text}`)
    })
  })()
  const search = file.prepare(
    'SELECT rowid AS at, -bm25(candidates) AS score FROM candidates WHERE candidates MATCH ?',
  )
  return (text) => {
    const words = [...new Set(peerWords(text))].map((word) => `"${word}"`)
    if (words.length === 0) return []
    return Found.parse(search.all(words.join(' OR '))).map(({ at, score }) => ({
      id: candidates[at]?.id ?? '',
      score,
    }))
  }
}
