/** One part of a score. */
export interface Part {
  /** 0 to 1; that of feedback -1 to 1. */
  readonly value: number
  /** What it rests on, for the organisation; null when there is nothing to say. */
  say(): string | null
}

const nothing = () => null

/** A part that nothing is known of, or that needs no words. */
export const silent = (value: number): Part => ({ value, say: nothing })
