import type { ReadText } from '../words/read-text.ts'
import { TOPIC_COUNT } from './concepts.ts'
import { DEMAND_UNIT, type TopicTable } from './topic-table.ts'
import { weighTopics } from './weigh-topics.ts'

/**
 * Counts how many of these texts each topic is in, and what they are about together.
 *
 * Rarity is ln(1 + N / (n + 0.5)) in 255ths of that of a topic that none has; demand is the mean of
 * the texts' profiles of length 1.
 */
export function learnTopics(texts: Iterable<ReadText>): TopicTable {
  const all: Float64Array[] = []
  const counts = new Float64Array(TOPIC_COUNT)
  for (const text of texts) {
    const topics = weighTopics([[text, 1]])
    all.push(topics)
    for (const [topic, much] of topics.entries()) counts[topic] = (counts[topic] ?? 0) + Math.min(1, much)
  }
  const rarest = Math.log(1 + all.length / 0.5) || 1
  const rarity = Array.from(counts, (n) =>
    Math.max(1, Math.round((255 * Math.log(1 + all.length / (n + 0.5))) / rarest)),
  )
  return { texts: all.length, rarity, demand: demandOf(all, rarity) }
}

function demandOf(all: readonly Float64Array[], rarity: readonly number[]): number[] {
  const sums = new Float64Array(TOPIC_COUNT)
  for (const topics of all) {
    const weighed = topics.map((much, topic) => much * (rarity[topic] ?? 0))
    const length = Math.sqrt(weighed.reduce((sum, much) => sum + much * much, 0))
    if (length > 0)
      for (const [topic, much] of weighed.entries()) sums[topic] = (sums[topic] ?? 0) + much / length
  }
  return Array.from(sums, (sum) => Math.round((DEMAND_UNIT * sum) / Math.max(1, all.length)))
}
