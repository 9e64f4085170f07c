import type { Lists } from '../matching/rank/lists.ts'
import type { PackedSeekers } from '../matching/rank/packed-seekers.ts'

/** What threads that match share. All arrays lie in shared memory; each thread writes lists of its own. */
export interface MatchWork {
  readonly snapshot: Uint8Array
  readonly seekers: PackedSeekers
  readonly now: Date
  readonly lists: Lists
  /** All organisations by number, in the order in which they are best ranked. */
  readonly order: Uint32Array
  /** One number: up to which place in that order the work is taken. */
  readonly taken: Int32Array
}

/** Organisations that a thread takes at a time. */
export const SHARD = 500
