/**
 * Distinct keys in ascending order; the id of a key is its place. A directory over the first bits of keys,
 * which are hashes and so spread evenly, says where to look. Plain arrays, that threads can share.
 */
export interface KeyList {
  readonly keys: Uint32Array
  /** Where the keys with each first bits begin, and at the end how many there are. Two to the power of `bits`, plus one. */
  readonly directory: Uint32Array
}

/** About so many keys share their first bits. */
const NEIGHBOURS = 4

/** Numbers the distinct keys of all lists. */
export function listKeys(lists: readonly Uint32Array[]): KeyList {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  const keys = distinct(all.sort())
  return { keys, directory: directoryOf(keys) }
}

/** The id of a key, or -1 when it has none. */
export function idOf({ keys, directory }: KeyList, key: number): number {
  const first = key >>> shiftFor(directory)
  let low = directory[first] ?? 0
  let high = directory[first + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? low : -1
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
