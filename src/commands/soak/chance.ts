/** Numbers that look random and come again for the same seed (mulberry32). */
export interface Chance {
  /** A whole number from 0 to `below`, exclusive. */
  upTo(below: number): number
  /** Whether something happens that happens once in `n` times. */
  onceIn(n: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
}

export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (below: number) => Math.floor(next() * below)
  return {
    upTo,
    onceIn: (n) => upTo(n) === 0,
    pick: (items) => items[upTo(items.length)] ?? items[0],
  }
}
