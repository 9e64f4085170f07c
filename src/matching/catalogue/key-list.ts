import { FIRST_WORD_KEY } from '../words/term-key.ts'

/**
 * Distinct keys in ascending order; the id of a key is its place. Topics and labels, which every
 * organisation asks for, are found in a table; words, which are hashes and so spread evenly, by a directory
 * over their first bits, that says where to look. Plain arrays, that threads can share.
 */
export interface KeyList {
  readonly keys: Uint32Array
  /** The id of each key that is no word, or -1. */
  readonly topicIds: Int32Array
  /** Where the words with each first bits begin, and at the end how many keys there are. Two to the power of `bits`, plus one. */
  readonly directory: Uint32Array
}

/** About so many words share their first bits. */
const NEIGHBOURS = 1

/** Numbers the distinct keys of all lists. */
export function listKeys(lists: readonly Uint32Array[]): KeyList {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  const keys = distinct(all.sort())
  return { keys, topicIds: topicIdsOf(keys), directory: directoryOf(keys) }
}

/** The id of a key, or -1 when it has none. */
export function idOf({ keys, topicIds, directory }: KeyList, key: number): number {
  if (key < FIRST_WORD_KEY) return topicIds[key] ?? -1
  const first = key >>> shiftFor(directory)
  const end = directory[first + 1] ?? 0
  let id = directory[first] ?? 0
  while (id < end && (keys[id] ?? 0) < key) id += 1
  return id < end && keys[id] === key ? id : -1
}

function topicIdsOf(keys: Uint32Array): Int32Array {
  const ids = new Int32Array(FIRST_WORD_KEY).fill(-1)
  for (let id = 0; id < keys.length && (keys[id] ?? 0) < FIRST_WORD_KEY; id += 1) ids[keys[id] ?? 0] = id
  return ids
}

function distinct(sorted: Uint32Array): Uint32Array {
  let count = 0
  for (let at = 0; at < sorted.length; at += 1) {
    const key = sorted[at] ?? 0
    if (at > 0 && key === sorted[at - 1]) continue
    sorted[count] = key
    count += 1
  }
  return sorted.slice(0, count)
}

function directoryOf(keys: Uint32Array): Uint32Array {
  const bits = Math.max(1, Math.ceil(Math.log2((keys.length + 1) / NEIGHBOURS)))
  const directory = new Uint32Array(2 ** bits + 1)
  for (const key of keys)
    directory[(key >>> (32 - bits)) + 1] = (directory[(key >>> (32 - bits)) + 1] ?? 0) + 1
  for (let at = 1; at < directory.length; at += 1)
    directory[at] = (directory[at] ?? 0) + (directory[at - 1] ?? 0)
  return directory
}

/** The directory has two to the power of some bits of entries, and one more. */
const shiftFor = (directory: Uint32Array): number => Math.clz32(directory.length - 1) + 1
