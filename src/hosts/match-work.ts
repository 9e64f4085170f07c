import type { Lists } from '../matching/rank/lists.ts'
import type { PackedSeekers } from '../matching/rank/packed-seekers.ts'

/** What threads that match share. All arrays lie in shared memory; each thread writes lists of its own. */
export interface MatchWork {
  readonly snapshot: Uint8Array
  readonly seekers: PackedSeekers
  readonly now: Date
  readonly lists: Lists
  /** One number: up to which organisation the work is taken. */
  readonly taken: Int32Array
}

/** Organisations that a thread takes at a time. */
export const SHARD = 500
