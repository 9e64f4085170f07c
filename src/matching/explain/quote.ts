import type { ReadText } from '../words/read-text.ts'

/** So many words of a text, from one on, as they stand there. */
export const quote = ({ text, starts, ends }: ReadText, at: number, length: number): string =>
  text.slice(starts[at], ends[at + length - 1])
