import type { Rankable } from '../catalogue/rankable.ts'
import type { Lists } from './lists.ts'
import type { PackedSeekers } from './packed-seekers.ts'

/** What ranks one catalogue at one moment for many organisations at a time, beside whoever asks. */
export interface Rankers {
  /**
   * One batch after the other: the next may be given when this one is ranked.
   *
   * @returns the lists by number of organisation, the same as `fillLists` makes; rejects when any rankers fail
   */
  rank(seekers: PackedSeekers): Promise<Lists>
  /** Ends them, and gives up what they rank. */
  close(): Promise<void>
}

/** How a host ranks for many organisations at a time. */
export interface RankTogether {
  /** For fewer at a time it is not worth the start. */
  readonly least: number
  /** @param most - places of a list */
  start(now: Date, rankable: Rankable, most: number): Rankers
}
