import networks from '../../../data/reference/name-networks.json' with { type: 'json' }
import { foldName } from './fold.ts'

interface Rewrite {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.flatMap(foldName))
const small = folded(networks.small)
const legalForms = folded(networks.legalForms)
const networkNames = folded(Object.keys(networks.networks))
const faint = folded(networks.faint)

/** By first word, the longest first. */
const rewrites: ReadonlyMap<string, readonly Rewrite[]> = readRewrites()

/**
 * One way of writing for networks, counties and Welsh words, whichever way they are written.
 *
 * @param words - folded
 * @example oneWayOfWriting(['leed', 'citizen', 'advice', 'bureau']) // ['leed', 'cab']
 */
export function oneWayOfWriting(words: readonly string[]): string[] {
  const written: string[] = []
  for (let at = 0; at < words.length; ) {
    const rewrite = rewrites.get(words[at] ?? '')?.find(({ from }) => isAt(words, at, from))
    written.push(...(rewrite?.to ?? words.slice(at, at + 1)))
    at += rewrite?.from.length ?? 1
  }
  return written
}

/** Whether the word is one that acronyms leave out: "of", "the". */
export const isSmall = (word: string): boolean => small.has(word)

/** Whether the word only says how a body is incorporated: "limited", "CIO". */
export const isLegalForm = (word: string): boolean => legalForms.has(word)

/** Whether the word names a network with branches all over the country, in the one way of writing. */
export const isNetwork = (word: string): boolean => networkNames.has(word)

/** Whether the word stands in many names and is left out or added freely: "trust", "district". */
export const isFaint = (word: string): boolean => faint.has(word)

function isAt(words: readonly string[], at: number, from: readonly string[]): boolean {
  return from.every((word, offset) => {
    const found = words[at + offset]
    return found !== undefined && (word === '#' ? /^\d+$/.test(found) : word === found)
  })
}

function readRewrites(): Map<string, Rewrite[]> {
  const byFirst = new Map<string, Rewrite[]>()
  for (const [to, phrases] of Object.entries<string[]>({ ...networks.networks, ...networks.sameAs })) {
    for (const phrase of phrases) addRewrite(byFirst, phrase, foldName(to))
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.from.length - a.from.length)
  return byFirst
}

/** `#` in a phrase stands for any number. */
function addRewrite(byFirst: Map<string, Rewrite[]>, phrase: string, to: readonly string[]): void {
  const from = phrase.split(' ').flatMap((word) => (word === '#' ? ['#'] : foldName(word)))
  const first = from[0] ?? ''
  byFirst.set(first, [...(byFirst.get(first) ?? []), { from, to }])
}
