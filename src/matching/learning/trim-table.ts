import { type WordTable, writeWordTable } from '../words/word-table.ts'

/**
 * A table whose stored form is at most so long. The concepts of the rarest words go first, since few texts
 * use them; then the rarest words themselves. Ties go in alphabetical order.
 *
 * @param mostBytes - in UTF-8; a table of no words needs some 50
 */
export function trimTable(table: WordTable, mostBytes: number): WordTable {
  const rarestFirst = [...table.words].sort(([, a], [, b]) => b.rarity - a.rarity).map(([word]) => word)
  const over = ({ texts, words }: WordTable) => bytesOf(writeWordTable({ texts, words })) - mostBytes
  const shorter = withoutConcepts(table, rarestFirst, over(table))
  return withoutWords(shorter, rarestFirst, over(shorter))
}

function withoutConcepts(table: WordTable, rarestFirst: readonly string[], bytes: number): WordTable {
  const words = new Map(table.words)
  let over = bytes
  for (const word of rarestFirst) {
    if (over <= 0) break
    const known = words.get(word)
    if (!known) continue
    // Each stands as `,place,affinity`; a place has one digit at least.
    over -= known.about.reduce((sum, [, affinity]) => sum + ',0,'.length + String(affinity).length, 0)
    words.set(word, { ...known, about: [] })
  }
  return { ...table, words }
}

function withoutWords(table: WordTable, rarestFirst: readonly string[], bytes: number): WordTable {
  const words = new Map(table.words)
  let over = bytes
  for (const word of rarestFirst) {
    if (over <= 0) break
    over -= bytesOf(`"${word}":[${words.get(word)?.rarity}],\n`)
    words.delete(word)
  }
  return { ...table, words }
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
