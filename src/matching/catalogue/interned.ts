import { type Slots, slotsFor } from './key-index.ts'

/** What opportunities have in common, said once: the value of a slot is the one with its number. */
export interface Interned<T> {
  readonly values: readonly T[]
  /** By slot. */
  readonly numbers: Slots
}

/** Values that look the same as JSON become one; numbered in the order in which they come first. */
export function internAll<T>(all: readonly T[]): Interned<T> {
  const known = new Map<string, number>()
  const values: T[] = []
  const numbers = slotsFor(all.length, all.length)
  for (const [slot, value] of all.entries()) {
    const key = JSON.stringify(value)
    const number = known.get(key) ?? values.push(value) - 1
    known.set(key, number)
    numbers[slot] = number
  }
  return { values, numbers }
}
