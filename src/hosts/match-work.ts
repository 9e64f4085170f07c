import type { Lists } from '../matching/rank/lists.ts'
import type { PackedSeekers } from '../matching/rank/packed-seekers.ts'

/** What a thread that matches is started with. All arrays here lie in memory that threads share. */
export interface MatchStart {
  readonly snapshot: Uint8Array
  readonly now: Date
}

/** A batch for all threads; each writes lists of its own, and says `RANKED` when none is left to take. */
export interface MatchWork {
  readonly seekers: PackedSeekers
  readonly lists: Lists
  /** All organisations by number, in the order in which they are best ranked. */
  readonly order: Uint32Array
  /** One number: up to which place in that order the work is taken. */
  readonly taken: Int32Array
}

/** Organisations that a thread takes at a time. */
export const SHARD = 100

export const RANKED = 'ranked'
