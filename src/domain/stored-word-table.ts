import * as z from 'zod'

/** Rarity, then up to four pairs of a place and an affinity. */
const Entry = z
  .array(z.int().min(0))
  .refine(
    ([rarity = 0, ...near]) =>
      rarity >= 1 &&
      rarity <= 255 &&
      near.length % 2 === 0 &&
      near.length <= 8 &&
      near.every((number, at) => at % 2 === 0 || number <= 255),
  )

/** What texts told of their words, as it is kept: numbers and single words, no text. */
export const StoredWordTable = z.object({
  /** How many texts told it. */
  texts: z.int().min(0),
  /** Ids of the concepts that words are near to. */
  concepts: z.array(z.string().min(1)),
  /** By stem: its rarity, 1 to 255, then for each concept, nearest first, its place in `concepts` and the affinity, 0 to 255. */
  words: z.record(z.string().min(1), Entry),
})
export type StoredWordTable = Readonly<z.infer<typeof StoredWordTable>>
