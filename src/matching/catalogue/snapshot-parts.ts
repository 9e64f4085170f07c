import type { Interned, Numbers } from './interned.ts'
import type { Rankable } from './rankable.ts'

/** Makes an array over bytes. */
type Kind<T> = (buffer: ArrayBufferLike, from: number, length: number) => T

/** Takes the next array of a snapshot. */
export type SnapshotParts = <T extends { readonly byteLength: number }>(kind: Kind<T>, length: number) => T

const u16: Kind<Numbers> = (buffer, from, length) => new Uint16Array(buffer, from, length)
const u32: Kind<Uint32Array> = (buffer, from, length) => new Uint32Array(buffer, from, length)
const i32: Kind<Int32Array> = (buffer, from, length) => new Int32Array(buffer, from, length)

/** What is said in words, as JSON. */
interface Said extends Pick<Rankable, 'ids' | 'everywhere'> {
  readonly places: Rankable['places']['values']
  readonly terms: Rankable['terms']['values']
  readonly times: Rankable['times']['values']
  readonly keys: number
  readonly topics: number
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
    topics: index.topicIds.length,
    directory: index.directory.length,
    postings: index.postings.length,
  }
  const { keys, topicIds, directory, spans, postings } = index
  const numbers = [places.numbers, terms.numbers, times.numbers]
  return {
    said: JSON.stringify(said),
    arrays: [keys, topicIds, directory, spans, postings, shared, ranks, ...numbers],
  }
}

/** The same again. The arrays must be taken in the order in which they were given. */
export function rankableFrom(text: string, next: SnapshotParts): Rankable {
  // The checksum has told that this is what was written.
  const said = JSON.parse(text) as Said
  const { ids, everywhere } = said
  const numberKind: Kind<Numbers> = ids.length > 0xffff ? u32 : u16
  const numbered = <T>(values: readonly T[]): Interned<T> => ({
    values,
    numbers: next(numberKind, ids.length),
  })
  return {
    ids,
    everywhere,
    index: {
      keys: next(u32, said.keys),
      topicIds: next(i32, said.topics),
      directory: next(u32, said.directory),
      spans: next(i32, 2 * said.keys + 1),
      postings: next(u32, said.postings),
    },
    shared: next(i32, ids.length),
    ranks: next(i32, ids.length),
    places: numbered(said.places),
    terms: numbered(said.terms),
    times: numbered(said.times),
  }
}
