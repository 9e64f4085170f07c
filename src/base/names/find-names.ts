import { candidatesFor } from './candidates.ts'
import { compare } from './compare.ts'
import type { NameIndex } from './name-index.ts'
import { NAME_WEIGHTS } from './name-weights.ts'
import { type Query, queryOf } from './query.ts'
import { readName } from './read-name.ts'

/** At least this many names are compared word by word. */
const FEWEST_COMPARED = 80

interface FoundName {
  readonly id: string
  readonly name: string
  /** How like the name is to the text, 0 to 1: 1 for the same name, legal form and way of writing apart. */
  readonly score: number
}

/**
 * The entries whose name, or one of whose other names, is most like a name as somebody typed it.
 *
 * @param limit - at least 0
 * @returns at most `limit`, best first, ties by id; empty when the text shares nothing with any name
 */
export function findNames(index: NameIndex, text: string, limit: number): readonly FoundName[] {
  const scores = new Map<number, number>()
  const [whole, ...parts] = readName(index.wording, text).map((read) => queryOf(index, read))
  if (whole) score(scores, index, whole, 0, limit)
  for (const part of parts) score(scores, index, part, 1 - part.weight / (whole?.weight ?? 1), limit)
  return [...scores]
    .flatMap(([entry, score]) =>
      index.entries.slice(entry, entry + 1).map(({ id, name }) => ({ id, name, score })),
    )
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
}

function score(
  scores: Map<number, number>,
  index: NameIndex,
  query: Query,
  leftOut: number,
  limit: number,
): void {
  for (const at of candidatesFor(index, query, Math.max(FEWEST_COMPARED, limit))) {
    const row = index.rows[at]
    if (!row) continue
    const likeness = compare(index, query, row) * kept(leftOut) * kept(row.leftOut)
    scores.set(row.entry, Math.max(rounded(likeness), scores.get(row.entry) ?? 0))
  }
}

/** Logarithms differ in their last bits between engines: lists must not. */
const rounded = (likeness: number): number => Math.round(likeness * 1e6) / 1e6

const kept = (leftOut: number): number => 1 - NAME_WEIGHTS.leftOut * Math.max(0, leftOut)
