import { firstFrom, type KeyIndex } from '../catalogue/key-index.ts'
import { idOf } from '../catalogue/key-list.ts'
import type { Ground } from './ground.ts'
import type { Seeker } from './seeker.ts'

/**
 * Adds to the base of what can be theirs what its keys give, times what the organisation's pull.
 *
 * @param sums - in units, by slot; only what lies in the ground's stretches is meant
 */
export function sumPulls(index: KeyIndex, { keys, pulls }: Seeker, ground: Ground, sums: Int32Array): void {
  layBase(ground, sums)
  for (let at = 0; at < keys.length; at += 1) {
    const id = idOf(index, keys[at] ?? 0)
    if (id !== -1) addKey(index, id, pulls[at] ?? 0, ground.stretches, sums)
  }
}

function addKey(index: KeyIndex, id: number, pull: number, stretches: Int32Array, sums: Int32Array): void {
  const split = index.spans[2 * id + 1] ?? 0
  const end = index.spans[2 * id + 2] ?? 0
  addAll(index, index.spans[2 * id] ?? 0, split, pull, sums)
  if (split < end) addStretches(index, split, end, pull, stretches, sums)
}

function layBase({ base, stretches }: Ground, sums: Int32Array): void {
  let from = 0
  for (let at = 0; at < stretches.length; at += 2) {
    const start = stretches[at] ?? 0
    const length = (stretches[at + 1] ?? 0) - start
    sums.set(base.subarray(from, from + length), start)
    from += length
  }
}

/** Two at a time: a list has no slot twice, and the loop itself is a good part of the cost. */
function addAll(
  { slots, impacts }: KeyIndex,
  from: number,
  end: number,
  pull: number,
  sums: Int32Array,
): void {
  let at = from
  for (; at + 1 < end; at += 2) {
    const slot = slots[at] ?? 0
    const next = slots[at + 1] ?? 0
    const units = Math.imul(pull, impacts[at] ?? 0)
    const nextUnits = Math.imul(pull, impacts[at + 1] ?? 0)
    add(sums, slot, units)
    add(sums, next, nextUnits)
  }
  if (at < end) add(sums, slots[at] ?? 0, Math.imul(pull, impacts[at] ?? 0))
}

function add(sums: Int32Array, slot: number, units: number): void {
  sums[slot] = ((sums[slot] ?? 0) + units) | 0
}

/** Adds what lies in the stretches after the first, which is for everywhere. */
function addStretches(
  index: KeyIndex,
  split: number,
  end: number,
  pull: number,
  stretches: Int32Array,
  sums: Int32Array,
): void {
  let from = split
  for (let at = 2; at < stretches.length && from < end; at += 2) {
    from = firstFrom(index.slots, stretches[at] ?? 0, from, end)
    from = addUntil(index, stretches[at + 1] ?? 0, from, end, pull, sums)
  }
}

/** Adds what stands before a slot. @returns where that is in the list */
function addUntil(
  { slots, impacts }: KeyIndex,
  before: number,
  from: number,
  end: number,
  pull: number,
  sums: Int32Array,
): number {
  let at = from
  for (; at < end; at += 1) {
    const slot = slots[at] ?? 0
    if (slot >= before) break
    add(sums, slot, Math.imul(pull, impacts[at] ?? 0))
  }
  return at
}
