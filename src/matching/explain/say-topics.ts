import type { Said } from '../../domain/match.ts'
import { CONCEPTS } from '../topics/concepts.ts'
import { acronymOf } from '../words/acronyms.ts'
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'
import type { SharedKey } from './shared-keys.ts'
import type { Surfaces } from './surfaces.ts'

/** Concepts that a reason names, at most, and how much of the strongest a further one must add. */
const MOST_NAMED = 3
const LEAST_SHARE = 0.3

/** Below this value of the part two texts only mention the same thing. */
const SURE = 0.25

interface SharedTopic {
  readonly label: string
  readonly units: number
  readonly own: QuotedWord
  readonly theirs: QuotedWord
}

/** A word of one side for a concept. */
interface QuotedWord {
  readonly surface: string
  /** Whether the lexicon lists it; else we learnt from many texts that it is near. */
  readonly isListed: boolean
}

/**
 * The concepts that most of the part `topics` rests on, with a word of each side that stands for it. Only
 * what both sides name in listed words is said of both; a word that was learnt to be near is told as that.
 *
 * @param shared - heaviest first
 * @param value - of the part
 * @returns null when neither names what they share: then there is nothing to show for it
 */
export function sayTopics(
  shared: readonly SharedKey[],
  own: Surfaces,
  theirs: Surfaces,
  value: number,
): Said | null {
  const told = namedTopics(shared, own, theirs)
  const listed = told.filter(isListed)
  const near = told.filter((topic) => !isListed(topic)).slice(0, 1)
  if (told.length === 0) return null
  const both = `Both ${value >= SURE ? 'are about' : 'mention'} ${listed.map(sayShared).join('; ')}.`
  return {
    sentence: [...(listed.length > 0 ? [both] : []), ...near.map(sayNear)].join(' '),
    quotes: [...listed, ...near].flatMap(({ own, theirs }) => [
      { side: 'organisation', text: own.surface },
      { side: 'opportunity', text: theirs.surface },
    ]),
  }
}

const isListed = ({ own, theirs }: SharedTopic): boolean => own.isListed && theirs.isListed

/** One side names it, and a word of the other is near to it. */
const sayNear = ({ label, own, theirs }: SharedTopic): string =>
  own.isListed
    ? `Their “${theirs.surface}” is a word often used of ${label} (your ${sayQuote(own)}).`
    : `Your “${own.surface}” is a word often used of ${label} (their ${sayQuote(theirs)}).`

/** Looks for no more words than will be shown. */
function namedTopics(shared: readonly SharedKey[], own: Surfaces, theirs: Surfaces): SharedTopic[] {
  const named: SharedTopic[] = []
  let least = 0
  for (const it of shared) {
    if (named.length === MOST_NAMED || it.units < least) break
    const topic = topicOf(it, own, theirs)
    if (topic === null) continue
    if (named.length === 0) least = topic.units * LEAST_SHARE
    named.push(topic)
  }
  return named
}

/** Null for what both do not name. */
function topicOf({ key, kind, units }: SharedKey, own: Surfaces, theirs: Surfaces): SharedTopic | null {
  const label = kind === 'topics' ? CONCEPTS[key]?.label : undefined
  if (label === undefined) return null
  const mine = quoteFor(own, key)
  const other = mine && quoteFor(theirs, key)
  // Two words that are only near to a concept say nothing of it.
  if (!mine || !other || !(mine.isListed || other.isListed)) return null
  return isAccident(mine, other) || isAccident(other, mine)
    ? null
    : { label, units, own: mine, theirs: other }
}

/** "Table" is near to tennis only because "table tennis" is. */
const isAccident = (near: QuotedWord, listed: QuotedWord): boolean =>
  !near.isListed && ` ${stemsOf(listed.surface)} `.includes(` ${stemsOf(near.surface)} `)

/** A listed phrase before a learnt word, the nearest of those; null for a concept that only holds a narrower one. */
function quoteFor(surfaces: Surfaces, concept: number): QuotedWord | null {
  const listed = surfaces.namedFor(concept)
  if (listed !== null) return { surface: listed, isListed: true }
  const nearest = surfaces.learntFor(concept)
  return nearest === null ? null : { surface: nearest, isListed: false }
}

/** The words of both sides stand beside the concept where they differ by more than an ending. */
function sayShared({ label, own, theirs }: SharedTopic): string {
  if (stemsOf(own.surface) !== stemsOf(theirs.surface))
    return `${label} (your ${sayQuote(own)}, their ${sayQuote(theirs)})`
  return stemsOf(label) === stemsOf(theirs.surface) ? label : `${label} (their ${sayQuote(theirs)})`
}

/** What an acronym is read as stands without quotation marks: nobody wrote it there. */
function sayQuote({ surface }: QuotedWord): string {
  const acronym = acronymOf(surface)
  return acronym ? `“${surface}”, read as ${acronym.means}` : `“${surface}”`
}

const stemsOf = (words: string): string =>
  tokensOf(words.replaceAll('.', ''))
    .map(({ word }) => stemOf(word))
    .join(' ')
