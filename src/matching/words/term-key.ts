/** Keys under this are topics and labels; words are hashed to keys from here on. */
export const FIRST_WORD_KEY = 4096

const PRIME = 0x01000193

/** The key of a stem: 32-bit FNV-1a over its UTF-16 units, the same on every machine. */
export function wordKey(stem: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < stem.length; at += 1) hash = Math.imul(hash ^ stem.charCodeAt(at), PRIME)
  return wordRange(hash)
}

/** The key of two neighbouring words, in that order. */
export const pairKey = (first: number, second: number): number =>
  wordRange(Math.imul(Math.imul(first, PRIME) ^ second, PRIME) ^ (second >>> 15))

const wordRange = (hash: number): number => {
  const key = hash >>> 0
  return key < FIRST_WORD_KEY ? key + FIRST_WORD_KEY : key
}
