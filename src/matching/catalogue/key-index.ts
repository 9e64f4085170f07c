import type { Profile } from '../profile/profile.ts'
import { idOf, type KeyList, listKeys } from './key-list.ts'

/**
 * Which opportunities have each key, in flat arrays. Opportunities are numbered by slot; those that are
 * for everywhere come first, so that every list begins with them:
 *
 *     key 7:  spans[14] ── everywhere ── spans[15] ── local ── spans[16]
 *
 * Local ones of one place have neighbouring slots, so that a place is one stretch of every list.
 */
export interface KeyIndex extends KeyList {
  /** Two by id of key, where its list begins and where its local part does; at the end the length of all lists. */
  readonly spans: Int32Array
  /** A slot and the impact there as one number each, ascending: reading two arrays side by side takes longer. */
  readonly postings: Uint32Array
}

/** @param slot - under 2 to the 24th @param impact - 1 to 255 */
const postingOf = (slot: number, impact: number): number => ((slot << 8) | impact) >>> 0
export const slotIn = (posting: number): number => posting >>> 8
export const impactIn = (posting: number): number => posting & 0xff

/** @param everywhere - how many of the profiles, from the first, are of opportunities for everywhere */
export function indexKeys(profiles: readonly Profile[], everywhere: number): KeyIndex {
  const list = listKeys(profiles.map(({ keys }) => keys))
  const ids = profiles.map(({ keys }) => Int32Array.from(keys, (key) => idOf(list, key)))
  const spans = spansOf(ids, everywhere, list.keys.length)
  const postings = new Uint32Array(spans.at(-1) ?? 0)
  const next = spans.slice()
  for (const [slot, profile] of profiles.entries()) {
    const local = slot < everywhere ? 0 : 1
    for (const [at, id] of ids[slot]?.entries() ?? []) {
      const place = next[2 * id + local] ?? 0
      postings[place] = postingOf(slot, profile.impacts[at] ?? 0)
      next[2 * id + local] = place + 1
    }
  }
  return { ...list, spans, postings }
}

/** Each profile adds one to the span of each of its ids, for everywhere or local. */
function spansOf(ids: readonly Int32Array[], everywhere: number, count: number): Int32Array {
  const spans = new Int32Array(2 * count + 1)
  for (const [slot, list] of ids.entries()) {
    const after = slot < everywhere ? 1 : 2
    for (const id of list) spans[2 * id + after] = (spans[2 * id + after] ?? 0) + 1
  }
  for (let at = 1; at < spans.length; at += 1) spans[at] = (spans[at] ?? 0) + (spans[at - 1] ?? 0)
  return spans
}

/** The impact of a key on the opportunity in a slot; 0 when it lacks the key. */
export function impactOn({ spans, postings }: KeyIndex, id: number, slot: number): number {
  const end = spans[2 * id + 2] ?? 0
  const at = firstFrom(postings, slot, spans[2 * id] ?? 0, end)
  const found = at < end ? (postings[at] ?? 0) : 0
  return slotIn(found) === slot ? impactIn(found) : 0
}

/** The first place of a list, from `low` on and before `high`, with that slot or a later one; `high` for none. */
export function firstFrom(postings: Uint32Array, slot: number, low: number, high: number): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >>> 1
    if (slotIn(postings[middle] ?? 0) < slot) from = middle + 1
    else to = middle
  }
  return from
}
