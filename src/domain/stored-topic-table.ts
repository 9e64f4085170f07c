import * as z from 'zod'

/** What texts told of the topics of matching, as it is kept: by id of topic, its rarity and its demand. */
export const StoredTopicTable = z.object({
  /** How many texts told it. */
  texts: z.int().min(0),
  topics: z.record(z.string().min(1), z.tuple([z.int().min(1).max(255), z.int().min(0)])),
})
export type StoredTopicTable = Readonly<z.infer<typeof StoredTopicTable>>
