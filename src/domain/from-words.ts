import * as z from 'zod'
import type { RuleKey } from './rules.ts'

/** Fields beside the rules that may be read from prose. */
export const READ_FIELDS = ['deadline', 'awardMin', 'awardMax', 'fundTotal'] as const
export type ReadField = (typeof READ_FIELDS)[number]

/**
 * What was read from the words of a funder because no field of the source says it; or the words in which
 * a person found what they confirmed.
 */
export const FromWords = z.object({
  /** Which reader it was: another may read the same words otherwise. */
  reader: z.int(),
  /** The funder's own words for each field that was read, by its name. */
  quotes: z.partialRecord(z.enum(READ_FIELDS), z.string().min(1)),
  /** The rules that were read; each has its own quote. */
  rules: z.array(z.string() as z.ZodType<RuleKey>).readonly(),
  /** A fingerprint of the words where these are not kept, to know them when they come again. */
  words: z.string().exactOptional(),
  /** A person has confirmed it all: then it is what the source says, and no reading of ours. */
  confirmed: z.literal(true).exactOptional(),
})
export type FromWords = Readonly<z.infer<typeof FromWords>>
