import shippedTopics from '../../data/reference/topic-table.json' with { type: 'json' }
import shippedWords from '../../data/reference/word-table.json' with { type: 'json' }
import type { FunderHistory } from './funders/funder-history.ts'
import { type FunderTopics, funderTopicsOf } from './funders/funder-topics.ts'
import { learnWords } from './learning/learn-words.ts'
import { learnTopics } from './topics/learn-topics.ts'
import { readTopicTable, type TopicTable } from './topics/topic-table.ts'
import { type Dictionary, dictionaryOf } from './words/dictionary.ts'
import { readText } from './words/read-text.ts'
import { ENOUGH_TEXTS, mergeTables, readWordTable, type WordTable } from './words/word-table.ts'

/** What texts told of words and of topics. */
export interface Tables {
  readonly words: WordTable
  readonly topics: TopicTable
}

/** All that matching has learnt from texts, ready to use: the same for every organisation and call. */
export interface Learnt extends Tables {
  readonly dictionary: Dictionary
  /** What funders have paid for, as far as it is known. */
  readonly histories: ReadonlyMap<string, FunderHistory>
  readonly funderTopics: FunderTopics
}

const SHIPPED: Tables = { words: readWordTable(shippedWords), topics: readTopicTable(shippedTopics) }

/** What to match by: an operator's own tables, with the shipped ones for what they lack; null for none of one's own. */
export function learntFrom(own: Tables | null): Learnt {
  if (own === null) {
    shipped ??= learntOf(SHIPPED)
    return shipped
  }
  const words = mergeTables(own.words, SHIPPED.words)
  const isOwn = own.topics.texts >= ENOUGH_TEXTS
  return learntOf({ words, topics: isOwn ? own.topics : SHIPPED.topics })
}

/** Words that were looked up once stay looked up. */
let shipped: Learnt | undefined

const NO_HISTORIES: ReadonlyMap<string, FunderHistory> = new Map()

/** The tables ready to use, whatever they were learnt from. */
export function learntOf({ words, topics }: Tables): Learnt {
  return withHistories({ words, topics, dictionary: dictionaryOf(words) }, NO_HISTORIES)
}

/** The same, knowing what these funders have paid for. */
export function withHistories(
  { words, topics, dictionary }: Pick<Learnt, 'words' | 'topics' | 'dictionary'>,
  histories: ReadonlyMap<string, FunderHistory>,
): Learnt {
  const funderTopics = funderTopicsOf(dictionary, topics, histories)
  return { words, topics, dictionary, histories, funderTopics }
}

/** Learns from texts, without labels, what their words and topics are worth. */
export function learnTables(texts: readonly string[]): Tables {
  const words = learnWords(texts)
  return { words, topics: learnTopicsFrom(mergeTables(words, SHIPPED.words), texts) }
}

/** What topics are worth in these texts, once it is known what their words are about. */
export function learnTopicsFrom(words: WordTable, texts: Iterable<string>): TopicTable {
  const dictionary = dictionaryOf(words)
  return learnTopics(Iterator.from(texts).map((text) => readText(dictionary, text)))
}
