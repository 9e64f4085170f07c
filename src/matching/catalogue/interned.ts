/** Small numbers: two bytes each as long as that is enough. */
export type Numbers = Uint16Array | Uint32Array

const numbersFor = (count: number, length: number): Numbers =>
  count > 0xffff ? new Uint32Array(length) : new Uint16Array(length)

/** What opportunities have in common, said once: the value of a slot is the one with its number. */
export interface Interned<T> {
  readonly values: readonly T[]
  /** By slot. */
  readonly numbers: Numbers
}

/** Values that look the same as JSON become one; numbered in the order in which they come first. */
export function internAll<T>(all: readonly T[]): Interned<T> {
  const known = new Map<string, number>()
  const values: T[] = []
  const numbers = numbersFor(all.length, all.length)
  for (const [slot, value] of all.entries()) {
    const key = JSON.stringify(value)
    const number = known.get(key) ?? values.push(value) - 1
    known.set(key, number)
    numbers[slot] = number
  }
  return { values, numbers }
}

/** The numbers that those of one list have in another: what is alike may have still more in common. */
export function numbersThrough(first: ArrayLike<number>, then: ArrayLike<number>): Numbers {
  const numbers = numbersFor(then.length, first.length)
  for (let at = 0; at < first.length; at += 1) numbers[at] = then[first[at] ?? 0] ?? 0
  return numbers
}
