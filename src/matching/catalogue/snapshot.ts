import { AppError } from '../../base/errors.ts'
import type { Rankable } from './rankable.ts'
import { partsOf, rankableFrom, type SnapshotParts } from './snapshot-parts.ts'

/*
 * A snapshot in bytes, in the order of numbers that all our hosts have (little-endian), each part from a
 * multiple of eight on:
 *
 *     mark │ version │ checksum │ length of the text ┃ text (JSON) ┃ array ┃ array ┃ …
 */
const MARK = 0x31_4b_52_46
/** One more for every change of what is written. */
export const SNAPSHOT_VERSION = 2
const HEAD = 16

const padded = (length: number): number => Math.ceil(length / 8) * 8

/** Everything that ranking needs, in bytes: the same catalogue is the same bytes. */
export function writeSnapshot(rankable: Rankable): Uint8Array<ArrayBuffer> {
  const { said, arrays } = partsOf(rankable)
  const text = new TextEncoder().encode(said)
  const total = arrays.reduce((sum, { byteLength }) => sum + padded(byteLength), HEAD + padded(text.length))
  const bytes = new Uint8Array(total)
  bytes.set(text, HEAD)
  let at = HEAD + padded(text.length)
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += padded(byteLength)
  }
  const head = new Uint32Array(bytes.buffer, 0, 4)
  head.set([MARK, SNAPSHOT_VERSION, 0, text.length])
  head[2] = checksumOf(bytes)
  return bytes
}

/**
 * What a snapshot holds. Its arrays are views of the bytes, which must not change; nothing is read anew.
 *
 * @throws AppError `invalid` for bytes that are damaged, cut, or of another version
 */
export function readSnapshot(given: Uint8Array): Rankable {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice()
  const [mark, version, checksum, length = 0] =
    bytes.byteLength < HEAD ? [] : new Uint32Array(bytes.buffer, bytes.byteOffset, 4)
  if (mark !== MARK) throw new AppError('invalid', 'This is no snapshot of a catalogue')
  if (version !== SNAPSHOT_VERSION) {
    throw new AppError('invalid', 'This snapshot of a catalogue is from another version: make it anew')
  }
  if (bytes.byteLength % 8 !== 0 || checksumOf(bytes) !== checksum) {
    throw new AppError('invalid', 'This snapshot of a catalogue is damaged: make it anew')
  }
  // A decoder takes no shared memory, so the text is copied out of it.
  const said = new TextDecoder().decode(bytes.slice(HEAD, HEAD + length))
  return rankableFrom(said, arraysAt(bytes, HEAD + padded(length)))
}

/** Takes arrays one after the other, as they were written. */
function arraysAt(bytes: Uint8Array, from: number): SnapshotParts {
  let at = bytes.byteOffset + from
  return (kind, length) => {
    const array = kind(bytes.buffer, at, length)
    at += padded(array.byteLength)
    return array
  }
}

/** 32-bit FNV-1a over words of four bytes after the checksum's own. */
function checksumOf(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2)
  let sum = 0x811c9dc5
  for (let at = 3; at < words.length; at += 1) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193)
  return sum >>> 0
}
