import { withRoom } from './with-room.ts'

/**
 * Finds a number for a word of a text, which need not be cut out of it: the units from `start` to
 * before `end`, or the whole text where these are not given.
 */
export type Lookup = (text: string, start?: number, end?: number) => number

/**
 * A slot holds where the record of a word begins, from 1 on and under 16 million, and beside it a part of its
 * hash; 0 for none.
 */
const PLACE = 0xffffff
const FEWEST_SLOTS = 1_024
const SLOTS_A_WORD = 2
/** A record is a number in two halves, how many letters the word has, and these. */
const HEAD = 3

/** Remembers the number that was found for a word, 0 or more and under 2 to the 31st, so that it is asked for once however often it comes. */
export function keptSurfaces(find: (surface: string) => number): Lookup {
  //  slots     … 14 │ 0 │ 1 │ …            where the hash of a word points to, or after it
  //  records   - 7 0 3 t h e 9 0 6 s c …   one after the other, so that those of usual words lie together
  let slots = new Int32Array(FEWEST_SLOTS)
  let records: Uint16Array = new Uint16Array(8 * FEWEST_SLOTS)
  let size = 1
  let count = 0

  const keep = (place: number, hash: number): void => {
    const last = slots.length - 1
    let slot = hash & last
    while (slots[slot] !== 0) slot = (slot + 1) & last
    slots[slot] = (hash & ~PLACE) | place
  }
  const grow = (): void => {
    slots = new Int32Array(2 * slots.length)
    for (let place = 1; place < size; place += HEAD + lengthAt(records, place)) {
      const letters = records.subarray(place + HEAD, place + HEAD + lengthAt(records, place))
      keep(place, hashOf(String.fromCharCode(...letters), 0, letters.length))
    }
  }
  const add = (hash: number, surface: string): number => {
    const number = find(surface)
    const [place, letters] = [size, size + HEAD]
    if (surface.length > MOST_LETTERS || letters + surface.length > PLACE) return number
    count += 1
    if (SLOTS_A_WORD * count > slots.length) grow()
    keep(place, hash)
    size = letters + surface.length
    records = withRoom(records, size)
    records[place] = number & 0xffff
    records[place + 1] = number >>> 16
    records[place + 2] = surface.length
    for (let at = 0; at < surface.length; at += 1) records[letters + at] = surface.charCodeAt(at)
    return number
  }
  const isOther = (held: number, hash: number, text: string, start: number, length: number): boolean =>
    held !== 0 && (((held ^ hash) & ~PLACE) !== 0 || !isSame(records, held & PLACE, text, start, length))
  return (text, start = 0, end = text.length) => {
    const hash = hashOf(text, start, end)
    const last = slots.length - 1
    let slot = hash & last
    while (isOther(slots[slot] ?? 0, hash, text, start, end - start)) slot = (slot + 1) & last
    const place = (slots[slot] ?? 0) & PLACE
    if (place === 0) return add(hash, text.slice(start, end))
    return (records[place] ?? 0) | ((records[place + 1] ?? 0) << 16)
  }
}

/** Longer ones are no words. They are asked for each time, and so is what there is no room for. */
const MOST_LETTERS = 200

const lengthAt = (records: Uint16Array, place: number): number => records[place + 2] ?? 0

function isSame(records: Uint16Array, place: number, text: string, start: number, length: number): boolean {
  if (lengthAt(records, place) !== length) return false
  const letters = place + HEAD
  for (let at = 0; at < length; at += 1) {
    if (records[letters + at] !== text.charCodeAt(start + at)) return false
  }
  return true
}

/** 32-bit FNV-1a, stirred once more so that its lowest bits depend on all. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
