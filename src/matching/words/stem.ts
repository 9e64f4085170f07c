import { stemmer } from 'stemmer'
import { british } from './british.ts'

const STEMS = new Map<string, string>()
const MOST_KEPT = 50_000

/**
 * What a word, its inflections and its American spelling share (Porter 1980). Words come again and again,
 * so the usual ones are kept.
 */
export function stemOf(word: string): string {
  const known = STEMS.get(word)
  if (known !== undefined) return known
  const stem = stemAfresh(word)
  if (STEMS.size < MOST_KEPT) STEMS.set(word, stem)
  return stem
}

/** The same for a word that will hardly come again. */
export const stemAfresh = (word: string): string => stemmer(british(word))
