import { singular } from './fold.ts'
import type { NameIndex, NameRow } from './name-index.ts'
import { NAME_WEIGHTS } from './name-weights.ts'
import type { Query } from './query.ts'
import { type ReadName, SHORTEST_ACRONYM } from './read-name.ts'

/** For each word how well the other side has it, 0 to 1. */
interface Found {
  readonly typed: Float64Array
  readonly registered: Float64Array
}

/** How like a row is to the text, 0 to 1: the weight of the words found on both sides. */
export function compare(index: NameIndex, query: Query, row: NameRow): number {
  const found = alike(query, row)
  findJoined(query, row, found)
  findAcronyms(query, row, found)
  const words =
    NAME_WEIGHTS.typed * typedShare(query, found) +
    (1 - NAME_WEIGHTS.typed) * registeredShare(index, query, row, found)
  return Math.min(1, isOtherNetwork(index, query, row) ? words * NAME_WEIGHTS.otherNetwork : words)
}

function typedShare(query: Query, { typed }: Found): number {
  let sum = 0
  for (const [at, { weight }] of query.words.entries()) sum += weight * (typed[at] ?? 0)
  return sum / query.weight
}

/** People leave "Limited" out: it counts only where the text says how the body is incorporated. */
function registeredShare(
  { words, wording }: NameIndex,
  query: Query,
  row: NameRow,
  { registered }: Found,
): number {
  let sum = 0
  let of = 0
  for (const [at, number] of row.numbers.entries()) {
    if (!query.namesLegalForm && wording.isLegalForm(row.read.words[at] ?? '')) continue
    const weight = words.weights[number] ?? 0
    of += weight
    sum += weight * (registered[at] ?? 0)
  }
  return of === 0 ? 0 : sum / of
}

/** Whether only the row names a network: of a branch people type the network, whatever else they leave out. */
function isOtherNetwork({ wording }: NameIndex, { read }: Query, row: NameRow): boolean {
  const named = row.read.words.filter(wording.isNetwork)
  return named.length > 0 && !named.some((word) => read.words.includes(word))
}

function alike(query: Query, row: NameRow): Found {
  const found = {
    typed: new Float64Array(query.words.length),
    registered: new Float64Array(row.numbers.length),
  }
  for (const [at, { near }] of query.words.entries()) {
    for (const [other, number] of row.numbers.entries()) {
      const likeness = near.get(number) ?? 0
      if (likeness === 0) continue
      raise(found.typed, at, likeness)
      raise(found.registered, other, likeness)
    }
  }
  return found
}

function findJoined(query: Query, { read }: NameRow, { typed, registered }: Found): void {
  for (const [at, word] of read.words.entries()) {
    const first = query.joined.get(word)
    if (first !== undefined) {
      typed.fill(1, first, first + 2)
      registered[at] = 1
    }
    const joined = word + (read.words[at + 1] ?? '')
    const whole = joined === word ? -1 : query.read.words.indexOf(joined)
    if (whole >= 0) {
      registered.fill(1, at, at + 2)
      typed[whole] = 1
    }
  }
}

function findAcronyms(query: Query, { read }: NameRow, { typed, registered }: Found): void {
  for (const [at, word] of query.read.words.entries()) {
    if ((typed[at] ?? 0) < NAME_WEIGHTS.acronym && spellOut(word, read, registered))
      typed[at] = NAME_WEIGHTS.acronym
  }
  for (const [at, word] of read.words.entries()) {
    if (
      (registered[at] ?? 0) < NAME_WEIGHTS.acronym &&
      query.acronyms.has(word) &&
      spellOut(word, query.read, typed)
    ) {
      registered[at] = NAME_WEIGHTS.acronym
    }
  }
}

/** Marks the words that an acronym stands for; false when it stands for none of them. */
function spellOut(acronym: string, { initials, spelt, words }: ReadName, found: Float64Array): boolean {
  const from = acronym.length < SHORTEST_ACRONYM ? -1 : initials.indexOf(acronym)
  if (from < 0) return false
  // A network is one word in `words` and several in `spelt`: only an acronym of all surely has it.
  const isAll = acronym === singular(initials)
  const meant = spelt.slice(from, from + acronym.length)
  for (const [at, word] of words.entries()) {
    if (isAll || meant.includes(word)) raise(found, at, NAME_WEIGHTS.acronym)
  }
  return true
}

/** Remembers the better of two likenesses. */
function raise(found: Float64Array, at: number, to: number): void {
  if (to > (found[at] ?? 0)) found[at] = to
}
