/**
 * Finds something for a word of a text, which need not be cut out of it: the units from `start` to
 * before `end`, or the whole text where these are not given.
 */
export type Lookup<T> = (text: string, start?: number, end?: number) => T

/** A hash and the number of an entry, from 1 on: 0 for none. */
const SLOT = 2
const FEWEST_SLOTS = 1_024

/**
 * Remembers what was found for a word, so that it is asked for once however often it comes.
 *
 * @param most - what comes beyond so many words is found afresh each time
 */
export function keptSurfaces<T>(find: (surface: string) => T, most: number): Lookup<T> {
  // The first is no word's: entries are numbered from 1 on.
  const surfaces = ['']
  const hashes = [0]
  const found: (T | undefined)[] = [undefined]
  let slots = new Int32Array(SLOT * FEWEST_SLOTS)

  /** Where its entry is, or where it belongs: the first slot from there on that no other word has. */
  const slotOf = (hash: number, text: string, start: number, end: number): number => {
    const last = slots.length - SLOT
    let slot = (SLOT * hash) & last
    while (isTaken(slot, hash, text, start, end)) slot = (slot + SLOT) & last
    return slot
  }
  const isTaken = (slot: number, hash: number, text: string, start: number, end: number): boolean => {
    const entry = slots[slot + 1] ?? 0
    return entry !== 0 && (slots[slot] !== hash || !isSame(surfaces[entry] ?? '', text, start, end))
  }
  const keep = (slot: number, hash: number, entry: number): void => {
    slots[slot] = hash
    slots[slot + 1] = entry
  }
  const grow = (): void => {
    slots = new Int32Array(2 * slots.length)
    for (let entry = 1; entry < surfaces.length; entry += 1) {
      const [surface = '', hash = 0] = [surfaces[entry], hashes[entry]]
      keep(slotOf(hash, surface, 0, surface.length), hash, entry)
    }
  }
  const add = (slot: number, hash: number, surface: string): T => {
    const value = find(surface)
    if (surfaces.length > most) return value
    keep(slot, hash, surfaces.length)
    surfaces.push(surface)
    hashes.push(hash)
    found.push(value)
    if (2 * SLOT * surfaces.length > slots.length) grow()
    return value
  }
  return (text, start = 0, end = text.length) => {
    const hash = hashOf(text, start, end)
    const slot = slotOf(hash, text, start, end)
    const value = found[slots[slot + 1] ?? 0]
    return value === undefined ? add(slot, hash, text.slice(start, end)) : value
  }
}

function isSame(surface: string, text: string, start: number, end: number): boolean {
  if (surface.length !== end - start) return false
  for (let at = start; at < end; at += 1) {
    if (surface.charCodeAt(at - start) !== text.charCodeAt(at)) return false
  }
  return true
}

/** 32-bit FNV-1a, stirred once more so that its lowest bits depend on all. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
