import { type Comparable, linksOf } from './comparable.ts'
import { isGeneric } from './likeness.ts'

/**
 * Under what an opportunity is filed, so that it is compared only with those that share something telling: a
 * link, the whole title, the funder with a closing day, the funder, or a word of the title. What too many share
 * is left out by whoever looks, so a word counts only while it is rare.
 *
 * @returns different ones, in no order that means anything
 */
export function blockKeys(comparable: Comparable): string[] {
  const { words, funder, days } = comparable
  const name = funder.words.join(' ')
  const funders = [...(funder.registerId === null ? [] : [funder.registerId]), name].filter((id) => id !== '')
  return [
    ...new Set([
      ...linksOf(comparable).map(linkKey),
      ...(words.length > 0 ? [`title ${[...words].sort().join(' ')}`] : []),
      ...funders.flatMap((id) => [`funder ${id}`, ...days.map((day) => `closes ${day} ${id}`)]),
      ...words.filter((word) => !isGeneric(word)).map((word) => `word ${word}`),
    ]),
  ]
}

/** The key of what leads to that address. */
export const linkKey = (link: string): string => `link ${link}`
