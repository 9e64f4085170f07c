import { AppError } from '../../base/errors.ts'
import { StoredTopicTable } from '../../domain/stored-topic-table.ts'
import { TOPIC_IDS } from './concepts.ts'

/** What matching has learnt of each topic, by its number, and how many texts told it. */
export interface TopicTable {
  readonly texts: number
  /** How little it says to name it: 1 (in every text) to 255 (in none). */
  readonly rarity: readonly number[]
  /** How much of it is in the mean of all texts' profiles of length 1, in `DEMAND_UNIT`ths. */
  readonly demand: readonly number[]
}

export const DEMAND_UNIT = 10_000

/** A topic that the texts were not asked about is rare, and nobody asks for it. */
const UNHEARD_OF: readonly [rarity: number, demand: number] = [255, 0]

/**
 * The stored form of a table, each topic on a line of its own: the same table is the same text.
 *
 * @param origin - further facts that stand before the table, such as where it comes from
 */
export function writeTopicTable(
  { texts, rarity, demand }: TopicTable,
  origin: Readonly<Record<string, string>> = {},
): string {
  const lines = TOPIC_IDS.map((id, topic) => `${JSON.stringify(id)}:[${rarity[topic]},${demand[topic]}]`)
  return `${JSON.stringify({ ...origin, texts }).slice(0, -1)},"topics":{\n${lines.join(',\n')}\n}}\n`
}

/**
 * The table of a stored form. A topic that the lexicon no longer has is dropped.
 *
 * @param json - parsed JSON
 * @throws AppError `invalid` when it is no such table
 */
export function readTopicTable(json: unknown): TopicTable {
  const { data, error } = StoredTopicTable.safeParse(json)
  if (!data) throw new AppError('invalid', 'This is not a table of learnt topics', { cause: error })
  const known = TOPIC_IDS.map((id) => data.topics[id] ?? UNHEARD_OF)
  return {
    texts: data.texts,
    rarity: known.map(([rarity]) => rarity),
    demand: known.map(([, demand]) => demand),
  }
}
