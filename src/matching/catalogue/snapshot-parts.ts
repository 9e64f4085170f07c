import type { Interned } from './interned.ts'
import type { Slots } from './key-index.ts'
import type { Rankable } from './rankable.ts'

/** Makes an array over bytes. */
type Kind<T> = (buffer: ArrayBufferLike, from: number, length: number) => T

/** Takes the next array of a snapshot. */
export type SnapshotParts = <T extends { readonly byteLength: number }>(kind: Kind<T>, length: number) => T

const u8: Kind<Uint8Array> = (buffer, from, length) => new Uint8Array(buffer, from, length)
const u16: Kind<Slots> = (buffer, from, length) => new Uint16Array(buffer, from, length)
const u32: Kind<Uint32Array> = (buffer, from, length) => new Uint32Array(buffer, from, length)
const i32: Kind<Int32Array> = (buffer, from, length) => new Int32Array(buffer, from, length)

/** What is said in words, as JSON. */
interface Said extends Pick<Rankable, 'ids' | 'everywhere'> {
  readonly places: Rankable['places']['values']
  readonly terms: Rankable['terms']['values']
  readonly times: Rankable['times']['values']
  readonly keys: number
  readonly directory: number
  readonly postings: number
}

/** A catalogue as one text and its arrays. */
export function partsOf({ ids, everywhere, index, shared, ranks, places, terms, times }: Rankable) {
  const said: Said = {
    ids,
    everywhere,
    places: places.values,
    terms: terms.values,
    times: times.values,
    keys: index.keys.length,
    directory: index.directory.length,
    postings: index.slots.length,
  }
  const { keys, directory, spans, slots, impacts } = index
  const numbers = [places.numbers, terms.numbers, times.numbers]
  return {
    said: JSON.stringify(said),
    arrays: [keys, directory, spans, slots, impacts, shared, ranks, ...numbers],
  }
}

/** The same again. The arrays must be taken in the order in which they were given. */
export function rankableFrom(text: string, next: SnapshotParts): Rankable {
  // The checksum has told that this is what was written.
  const said = JSON.parse(text) as Said
  const { ids, everywhere } = said
  const slotKind: Kind<Slots> = ids.length > 0xffff ? u32 : u16
  const numbered = <T>(values: readonly T[]): Interned<T> => ({ values, numbers: next(slotKind, ids.length) })
  return {
    ids,
    everywhere,
    index: {
      keys: next(u32, said.keys),
      directory: next(u32, said.directory),
      spans: next(i32, 2 * said.keys + 1),
      slots: next(slotKind, said.postings),
      impacts: next(u8, said.postings),
    },
    shared: next(i32, ids.length),
    ranks: next(i32, ids.length),
    places: numbered(said.places),
    terms: numbered(said.terms),
    times: numbered(said.times),
  }
}
