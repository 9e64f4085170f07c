import type { Funder } from '../../domain/funder.ts'
import { FIRST_FUNDER_KEY } from '../profile/label-keys.ts'
import { type Profile, profileOf } from '../profile/profile.ts'
import { TOPIC_COUNT } from '../topics/concepts.ts'
import type { TopicTable } from '../topics/topic-table.ts'
import { weighTopics } from '../topics/weigh-topics.ts'
import { MOST_TOPICS } from '../weights.ts'
import type { Dictionary } from '../words/dictionary.ts'
import { readText } from '../words/read-text.ts'
import { NO_WORDS } from '../words/weigh-words.ts'
import { type FunderHistory, findHistory, type PastAward } from './funder-history.ts'

/** What a funder has paid for so far, as topics under keys of their own; null when that is not known. */
export type FunderTopics = (funder: Funder) => Profile | null

/** Works the topics of each history out once, when first asked. */
export function funderTopicsOf(
  dictionary: Dictionary,
  table: TopicTable,
  histories: ReadonlyMap<string, FunderHistory>,
): FunderTopics {
  const known = new Map<FunderHistory, Profile>()
  return (funder) => {
    const history = findHistory(histories, funder)
    if (history === undefined) return null
    const topics = known.get(history) ?? topicsOf(dictionary, table, history.awards)
    known.set(history, topics)
    return topics
  }
}

/** The mean of the awards' topics, each award as much as another, of length 255. */
export function topicsOf(
  dictionary: Dictionary,
  { rarity }: TopicTable,
  awards: readonly PastAward[],
): Profile {
  const sum = new Float64Array(TOPIC_COUNT)
  for (const { title, purpose } of awards) {
    const texts = [readText(dictionary, title), readText(dictionary, purpose)]
    const topics = weighTopics(texts.map((text) => [text, 1])).map(
      (much, topic) => much * (rarity[topic] ?? 255),
    )
    const length = Math.sqrt(topics.reduce((squares, much) => squares + much * much, 0)) || 1
    topics.forEach((much, topic) => {
      sum[topic] = (sum[topic] ?? 0) + much / length
    })
  }
  const { keys, impacts } = profileOf(NO_WORDS, sum, { words: 0, topics: MOST_TOPICS.organisation })
  return { keys: keys.map((key) => key + FIRST_FUNDER_KEY), impacts }
}
