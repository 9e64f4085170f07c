/** One part of a score. */
export interface Part {
  /** 0 to 1. */
  readonly value: number
  /** What it rests on, for the organisation; null when there is nothing to say. Put into words when it is read. */
  readonly sentence: string | null
}

/** A part that nothing is known of. */
export const silent = (value: number): Part => ({ value, sentence: null })
