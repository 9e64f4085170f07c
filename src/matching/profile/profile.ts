import type { WordWeights } from '../words/weigh-words.ts'

/**
 * What a set of texts says, ready to compare: keys in ascending order, and how much each counts. Topics
 * have keys under their count, words and pairs from `FIRST_WORD_KEY` on. Words together have length 255
 * (Euclidean), and so have topics, but for what was too light to keep.
 */
export interface Profile {
  readonly keys: Uint32Array
  /** 1 to 255 beside each key. */
  readonly impacts: Uint8Array
}

/** The heaviest words and topics, each kind scaled to length 255 as a whole. Ties go to the lower key. */
export function profileOf(
  words: WordWeights,
  topics: Float64Array,
  most: { readonly words: number; readonly topics: number },
): Profile {
  const room = roomFor(topics.length + words.size)
  const { packed } = room
  const topicsEnd = heaviest(room, 0, namedIn(topics), most.topics)
  const end = heaviest(room, topicsEnd, words, most.words)
  const keys = new Uint32Array(end)
  const impacts = new Uint8Array(end)
  for (let at = 0; at < end; at += 1) {
    const it = packed[at] ?? 0
    keys[at] = keyOf(it)
    impacts[at] = impactOf(it)
  }
  return { keys, impacts }
}

/** A key and its impact as one number, so that they sort as numbers do: keys are under 2 to the 32nd. */
const pack = (key: number, impact: number): number => key * 256 + impact
const keyOf = (packed: number): number => Math.floor(packed / 256)
const impactOf = (packed: number): number => packed - 256 * keyOf(packed)

/** Where profiles are put together, one after the other. */
interface Room {
  readonly impacts: Uint8Array
  /** How many have each impact. */
  readonly counts: Uint32Array
  readonly packed: Float64Array
}

let lastRoom: Room | undefined

function roomFor(size: number): Room {
  if (lastRoom === undefined || lastRoom.packed.length < size) {
    lastRoom = {
      impacts: new Uint8Array(2 * size),
      counts: new Uint32Array(256),
      packed: new Float64Array(2 * size),
    }
  }
  return lastRoom
}

/** What is weighed, and whether by ascending key. */
interface Weighed extends WordWeights {
  readonly isSorted?: boolean
}

/** Room for the topics of one text after the other: most are not in it. */
let named = { size: 0, keys: new Uint32Array(), amounts: new Float64Array(), isSorted: true }

/** The topics that are in a text, by ascending number. */
function namedIn(topics: Float64Array): Weighed {
  const { length } = topics
  if (named.keys.length < length)
    named = { ...named, keys: new Uint32Array(length), amounts: new Float64Array(length) }
  const { keys, amounts } = named
  let size = 0
  for (let topic = 0; topic < length; topic += 1) {
    const much = topics[topic] ?? 0
    if (much === 0) continue
    keys[size] = topic
    amounts[size] = much
    size += 1
  }
  named.size = size
  return named
}

/** Packs the heaviest from there on, by ascending key; what would round to nothing is left out. @returns where they end */
function heaviest(room: Room, from: number, weighed: Weighed, most: number): number {
  const { packed, impacts } = room
  const { size, keys } = weighed
  findImpacts(room, weighed)
  const { least, left } = cutOf(room, most)
  let end = from
  for (let at = 0; at < size; at += 1) {
    const impact = impacts[at] ?? 0
    if (impact < least) continue
    packed[end] = pack(keys[at] ?? 0, impact)
    end += 1
  }
  if (weighed.isSorted !== true) packed.subarray(from, end).sort()
  return cut(packed, from, end, least, left)
}

function findImpacts({ impacts, counts }: Room, weighed: Weighed): void {
  const { size, amounts } = weighed
  const scale = 255 / (lengthOf(weighed) || 1)
  counts.fill(0)
  for (let at = 0; at < size; at += 1) {
    const impact = Math.round((amounts[at] ?? 0) * scale)
    impacts[at] = impact
    counts[impact] = (counts[impact] ?? 0) + 1
  }
}

/** The least impact that is among the heaviest, at least 1, and how many places are left for that impact. */
function cutOf({ counts }: Room, most: number): { least: number; left: number } {
  let least = 255
  let left = most
  while (least > 1 && (counts[least] ?? 0) < left) {
    left -= counts[least] ?? 0
    least -= 1
  }
  return { least, left }
}

/** Leaves out those of the least impact that there is no place for: the lowest keys stay. @returns where all end */
function cut(packed: Float64Array, from: number, end: number, least: number, places: number): number {
  let left = places
  let kept = from
  for (let at = from; at < end; at += 1) {
    const it = packed[at] ?? 0
    if (impactOf(it) === least) {
      left -= 1
      if (left < 0) continue
    }
    packed[kept] = it
    kept += 1
  }
  return kept
}

function lengthOf({ size, amounts }: WordWeights): number {
  let squares = 0
  for (let at = 0; at < size; at += 1) {
    const weight = amounts[at] ?? 0
    squares += weight * weight
  }
  return Math.sqrt(squares)
}
