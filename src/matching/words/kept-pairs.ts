/** So many pairs are remembered, a power of two. Each has one place, which the last that came there holds. */
const PLACES = 16_384
/** Both numbers of a pair, and what was found for them. */
const PLACE = 3

/**
 * Remembers the number that was found for two numbers above 0, so that the usual pairs are asked for once.
 * What it takes never grows.
 */
export function keptPairs(
  find: (first: number, second: number) => number,
): (first: number, second: number) => number {
  const kept = new Int32Array(PLACE * PLACES)
  return (first, second) => {
    const hash = Math.imul(first, 0x9e3779b1) ^ second
    const place = PLACE * ((hash ^ (hash >>> 15)) & (PLACES - 1))
    if (kept[place] === first && kept[place + 1] === second) return kept[place + 2] ?? 0
    const found = find(first, second)
    kept[place] = first
    kept[place + 1] = second
    kept[place + 2] = found
    return found
  }
}
