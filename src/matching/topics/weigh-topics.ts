import { CONCEPT_HOLDERS, CONCEPT_LEARNT, TOPIC_GROUPS } from '../weights.ts'
import type { Lexeme } from '../words/lexeme.ts'
import { logCount } from '../words/log-count.ts'
import type { ReadText } from '../words/read-text.ts'
import { count, emptyTally, type Tally } from '../words/tally.ts'
import { CONCEPTS, TOPIC_COUNT } from './concepts.ts'
import { spotPhrases } from './spot-phrases.ts'

/**
 * What texts are about, by topic: concepts whose phrases they use, concepts that their words were
 * learnt to be near to, and the themes, groups and wider concepts that hold them. Not yet weighed by
 * rarity.
 *
 * @param fields - each text with how much it counts
 * @param labels - topics that are stated, each as if it were named once
 * @param topics - a list to give them in, whatever it held before
 */
export function weighTopics(
  fields: readonly (readonly [text: ReadText, weight: number])[],
  labels: readonly number[] = [],
  topics = new Float64Array(TOPIC_COUNT),
): Float64Array {
  topics.fill(0)
  for (const [text, weight] of fields) {
    addNamed(topics, text, weight)
    addLearnt(topics, text, weight)
  }
  addGroups(topics)
  addHolders(topics)
  for (const label of labels) add(topics, label, 1)
  return topics
}

/** Room to count concepts and words in. */
let named: Tally | undefined
let learnt: Tally | undefined

function addNamed(topics: Float64Array, text: ReadText, weight: number): void {
  named = emptyTally(named, CONCEPTS.length)
  for (const { means } of spotPhrases(text)) {
    for (const concept of means) count(named, concept)
  }
  const { size, keys, times } = named
  for (let at = 0; at < size; at += 1) add(topics, keys[at] ?? 0, weight * logCount(times[at] ?? 0))
}

function addLearnt(topics: Float64Array, { lexemes }: ReadText, weight: number): void {
  learnt = emptyTally(learnt, lexemes.length)
  const words: Lexeme[] = []
  for (const lexeme of lexemes) {
    if (!lexeme.isStop && lexeme.about.length > 0) words[count(learnt, lexeme.key)] ??= lexeme
  }
  const { times } = learnt
  for (let at = 0; at < words.length; at += 1) {
    const about = words[at]?.about
    if (about) addNear(topics, about, weight * CONCEPT_LEARNT * logCount(times[at] ?? 0))
  }
}

function addNear(topics: Float64Array, about: Lexeme['about'], much: number): void {
  for (let at = 0; at < about.length; at += 1) {
    const it = about[at]
    if (it === undefined) continue
    const near = it[1] / 255
    add(topics, it[0], much * near * near * near)
  }
}

function addGroups(topics: Float64Array): void {
  for (let number = 0; number < CONCEPTS.length; number += 1) {
    const much = topics[number] ?? 0
    if (much === 0) continue
    const end = GROUPS_FROM[number + 1] ?? 0
    const from = GROUPS_FROM[number] ?? 0
    const each = (much * TOPIC_GROUPS) / (end - from)
    for (let at = from; at < end; at += 1) add(topics, GROUPS[at] ?? 0, each)
  }
}

/** Room for what topics came to before what holds them is counted. */
const OWN = new Float64Array(TOPIC_COUNT)

/** A text on hospices is also one on care at the end of life, and a little one on health. */
function addHolders(topics: Float64Array): void {
  OWN.set(topics)
  for (let number = 0; number < CONCEPTS.length; number += 1) {
    const much = OWN[number] ?? 0
    if (much === 0) continue
    const end = HOLDERS_FROM[number + 1] ?? 0
    for (let at = HOLDERS_FROM[number] ?? 0; at < end; at += 1) {
      add(topics, HOLDERS[at] ?? 0, much * (SHARES[at] ?? 0) * CONCEPT_HOLDERS)
    }
  }
}

function add(topics: Float64Array, topic: number, much: number): void {
  topics[topic] = (topics[topic] ?? 0) + much
}

/** Where the part of each concept begins in a list of all of theirs, one after the other. */
function startsOf(lists: readonly (readonly unknown[])[]): Uint16Array {
  const starts = new Uint16Array(lists.length + 1)
  for (const [at, { length }] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + length
  return starts
}

const GROUPS_FROM = startsOf(CONCEPTS.map(({ groups }) => groups))
const GROUPS = Uint16Array.from(CONCEPTS.flatMap(({ groups }) => groups))
const HOLDERS_FROM = startsOf(CONCEPTS.map(({ within }) => within))
const HOLDERS = Uint16Array.from(CONCEPTS.flatMap(({ within }) => within.map(([holder]) => holder)))
const SHARES = Float64Array.from(CONCEPTS.flatMap(({ within }) => within.map(([, share]) => share)))
