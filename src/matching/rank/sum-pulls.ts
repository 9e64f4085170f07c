import { firstFrom, impactIn, type KeyIndex, slotIn } from '../catalogue/key-index.ts'
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

/** So few local ones are added wherever they are: what lies in no stretch is never read. */
const FEW = 128

function addKey(
  { spans, postings }: KeyIndex,
  id: number,
  pull: number,
  stretches: Int32Array,
  sums: Int32Array,
): void {
  const from = spans[2 * id] ?? 0
  const split = spans[2 * id + 1] ?? 0
  const end = spans[2 * id + 2] ?? 0
  if (end - split <= FEW) {
    addAll(postings, from, end, pull, sums)
  } else {
    addAll(postings, from, split, pull, sums)
    addStretches(postings, split, end, pull, stretches, sums)
  }
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
function addAll(postings: Uint32Array, from: number, end: number, pull: number, sums: Int32Array): void {
  let at = from
  for (; at + 1 < end; at += 2) {
    const one = postings[at] ?? 0
    const next = postings[at + 1] ?? 0
    add(sums, slotIn(one), Math.imul(pull, impactIn(one)))
    add(sums, slotIn(next), Math.imul(pull, impactIn(next)))
  }
  if (at < end) {
    const last = postings[at] ?? 0
    add(sums, slotIn(last), Math.imul(pull, impactIn(last)))
  }
}

function add(sums: Int32Array, slot: number, units: number): void {
  sums[slot] = ((sums[slot] ?? 0) + units) | 0
}

/** Adds what lies in the stretches after the first, which is for everywhere. */
function addStretches(
  postings: Uint32Array,
  split: number,
  end: number,
  pull: number,
  stretches: Int32Array,
  sums: Int32Array,
): void {
  let from = split
  for (let at = 2; at < stretches.length && from < end; at += 2) {
    const start = firstFrom(postings, stretches[at] ?? 0, from, end)
    from = firstFrom(postings, stretches[at + 1] ?? 0, start, end)
    addAll(postings, start, from, pull, sums)
  }
}
