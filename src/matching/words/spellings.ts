import Fuse from 'fuse.js'
import { editsBetween } from '../../base/edits.ts'
import { indexSpellings, type SpellingIndex, spellingsNear } from './spelling-index.ts'

/** A known spelling: a whole word or a stem. */
interface Spelling {
  readonly spelling: string
  /** What it stands for. */
  readonly stem: string
  /** How rare that is, 1 to 255: of two that are as near the commoner is meant. */
  readonly rarity: number
}

/** Words that are known, for words that nobody else writes so. */
export interface Spellings {
  readonly words: SpellingList
  readonly stems: SpellingList
}

interface SpellingList {
  readonly index: SpellingIndex
  /** By their numbers in the index. */
  readonly all: readonly Spelling[]
}

const SHORTEST = 5
const LONGEST = 30
/** One slip in so many letters, and one in any word that is long enough. */
const LETTERS_A_SLIP = 6
/** fuse.js is asked about this many candidates at most. */
const MOST_CANDIDATES = 40
/** From this length on a replaced letter counts as a slip; "horse" stays no "house", "autistic" no "artistic". */
const REPLACEABLE_FROM = 9

/**
 * @param words - whole words that are known
 * @param stems - stems, for words that are known by these alone
 */
export function spellingsOf(words: readonly Spelling[], stems: readonly Spelling[]): Spellings {
  return { words: listOf(words), stems: listOf(stems) }
}

function listOf(spellings: readonly Spelling[]): SpellingList {
  const all = spellings
    .filter(({ spelling: { length } }) => length >= SHORTEST - 1 && length <= LONGEST + 2)
    .sort((a, b) => (a.spelling < b.spelling ? -1 : 1))
  return { index: indexSpellings(all.map(({ spelling }) => spelling)), all }
}

/** A known spelling that is near. */
interface Near extends Spelling {
  readonly slips: number
}

/**
 * The known stem that a misspelt word most likely has: whole words are compared, and stems with its stem.
 *
 * @param word - folded; neither it nor its stem is known
 * @returns undefined for a word under five letters, and when nothing is near enough: one slip,
 *   and two from twelve letters on
 */
export function respell({ words, stems }: Spellings, word: string, stem: string): string | undefined {
  const whole = best(nearTo(words, word))
  const part = best(nearTo(stems, stem))
  if (whole === undefined || part === undefined) return (whole ?? part)?.stem
  return (part.slips < whole.slips ? part : whole).stem
}

/** The one with the fewest slips, and the commonest of those. */
const best = (near: Near[]): Near | undefined =>
  near.sort((a, b) => a.slips - b.slips || a.rarity - b.rarity)[0]

function nearTo({ index, all }: SpellingList, word: string): Near[] {
  if (word.length < SHORTEST || word.length > LONGEST) return []
  const most = Math.max(1, Math.floor(word.length / LETTERS_A_SLIP))
  const near = spellingsNear(index, word, most).flatMap((number): Near[] => {
    const known = all[number]
    if (known === undefined || !isSlip(word, known.spelling)) return []
    const slips = editsBetween(word, known.spelling, most)
    return slips <= most ? [{ ...known, slips }] : []
  })
  return likest(word, near)
}

/** Those that fuse.js finds alike too, the likest first. */
function likest(word: string, near: readonly Near[]): Near[] {
  if (near.length === 0) return []
  const fuse = new Fuse(near.slice(0, MOST_CANDIDATES), {
    keys: ['spelling'],
    threshold: 0.45,
    ignoreLocation: true,
    isCaseSensitive: true,
  })
  return fuse.search(word).map(({ item }) => item)
}

/**
 * People see a wrong first letter, and it makes an opposite ("unlike"). Short words have many neighbours:
 * there only letters added, left out or swapped count.
 */
const isSlip = (word: string, known: string): boolean =>
  word[0] === known[0] &&
  (word.length >= REPLACEABLE_FROM ||
    word.length !== known.length ||
    sortedLetters(word) === sortedLetters(known))

const sortedLetters = (word: string): string => [...word].sort().join('')
