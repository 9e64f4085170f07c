import { CONCEPT_HOLDERS, CONCEPT_LEARNT, TOPIC_GROUPS } from '../weights.ts'
import { logCount } from '../words/log-count.ts'
import type { ReadText } from '../words/read-text.ts'
import { count, countFirst, emptyTally, type Tally } from '../words/tally.ts'
import { IS_STOP, type WordList } from '../words/word-list.ts'
import { CONCEPTS, TOPIC_COUNT } from './concepts.ts'
import { PHRASE_STEPS } from './phrases.ts'
import { eachPhrase } from './spot-phrases.ts'

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
  addWider(topics)
  for (const label of labels) add(topics, label, 1)
  return topics
}

/** Room to count concepts and words in. */
let named: Tally | undefined
let learnt: Tally | undefined

function addNamed(topics: Float64Array, text: ReadText, weight: number): void {
  const counted = emptyTally(named, CONCEPTS.length)
  named = counted
  eachPhrase(text, (_at, _length, step) => {
    const end = meaningsFrom[step + 1] ?? 0
    for (let at = meaningsFrom[step] ?? 0; at < end; at += 1) count(counted, meanings[at] ?? 0)
  })
  const { size, keys, times } = counted
  for (let at = 0; at < size; at += 1) add(topics, keys[at] ?? 0, weight * logCount(times[at] ?? 0))
}

const { meanings, meaningsFrom } = PHRASE_STEPS

function addLearnt(topics: Float64Array, { words: { list }, numbers }: ReadText, weight: number): void {
  const counted = emptyTally(learnt, numbers.length)
  learnt = counted
  for (let at = 0; at < numbers.length; at += 1) {
    const word = numbers[at] ?? 0
    // Words of one key count as the first of them.
    if (isNear(list, word)) countFirst(counted, list.keys[word] ?? 0, word)
  }
  const { size, times, amounts } = counted
  for (let place = 0; place < size; place += 1) {
    addNear(topics, list, amounts[place] ?? 0, weight * CONCEPT_LEARNT * logCount(times[place] ?? 0))
  }
}

/** Whether a word says something, and is near to any concept. */
const isNear = ({ traits, nearFrom }: WordList, word: number): boolean =>
  ((traits[word] ?? 0) & IS_STOP) === 0 && nearFrom[word] !== nearFrom[word + 1]

/** How near each affinity is, 0 to 1. */
const NEARNESS = Float64Array.from({ length: 256 }, (_, affinity) => affinity / 255)

function addNear(topics: Float64Array, list: WordList, word: number, much: number): void {
  const { nearFrom, nearConcepts, affinities } = list
  const end = nearFrom[word + 1] ?? 0
  for (let at = nearFrom[word] ?? 0; at < end; at += 1) {
    const near = NEARNESS[affinities[at] ?? 0] ?? 0
    add(topics, nearConcepts[at] ?? 0, much * near * near * near)
  }
}

/** Room for what topics came to before what holds them is counted. */
const OWN = new Float64Array(TOPIC_COUNT)

/** A text on hospices is also one on care at the end of life, and a little one on health: on its themes too. */
function addWider(topics: Float64Array): void {
  OWN.set(topics)
  for (let number = 0; number < CONCEPTS.length; number += 1) {
    const much = OWN[number] ?? 0
    if (much === 0) continue
    addGroups(topics, number, much)
    addHolders(topics, number, much)
  }
}

function addGroups(topics: Float64Array, number: number, much: number): void {
  const from = GROUPS_FROM[number] ?? 0
  const end = GROUPS_FROM[number + 1] ?? 0
  const each = (much * TOPIC_GROUPS) / (end - from)
  for (let at = from; at < end; at += 1) add(topics, GROUPS[at] ?? 0, each)
}

function addHolders(topics: Float64Array, number: number, much: number): void {
  const end = HOLDERS_FROM[number + 1] ?? 0
  for (let at = HOLDERS_FROM[number] ?? 0; at < end; at += 1) {
    add(topics, HOLDERS[at] ?? 0, much * (SHARES[at] ?? 0) * CONCEPT_HOLDERS)
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
