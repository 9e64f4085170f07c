import { describe, expect, test } from 'vitest'
import { CONCEPTS, conceptNumber, groupTopic, themeTopic } from '../../../src/matching/topics/concepts.ts'
import { weighTopics } from '../../../src/matching/topics/weigh-topics.ts'
import { CONCEPT_HOLDERS, CONCEPT_LEARNT, TOPIC_GROUPS } from '../../../src/matching/weights.ts'
import { dictionaryOf } from '../../../src/matching/words/dictionary.ts'
import { logCount } from '../../../src/matching/words/log-count.ts'
import type { ReadText } from '../../../src/matching/words/read-text.ts'
import { readText } from '../../../src/matching/words/read-text.ts'
import { stemOf } from '../../../src/matching/words/stem.ts'
import type { KnownWord } from '../../../src/matching/words/word-table.ts'

const number = (id: string) => conceptNumber(id) ?? -1
const hospice = number('hospice')

const nothingLearnt = dictionaryOf({ texts: 1, words: new Map() })

/** A text whose words were learnt to be near to nothing, so that only the lexicon speaks. */
const plain = (text: string): ReadText => readText(nothingLearnt, text)

/** One word of which just this was learnt. */
const learnt = (word: string, about: KnownWord['about']): ReadText =>
  readText(dictionaryOf({ texts: 1, words: new Map([[stemOf(word), { rarity: 255, about }]]) }), word)

/** What one mention of a concept comes to, with what it gives itself as its own holder left out. */
const mention = (text: string, weight = 1) => weighTopics([[plain(text), weight]])

describe('a concept that a text names', () => {
  test('counts by the weight of the field, and ever less the more often it comes', () => {
    expect(mention('A hospice', 2.5)[hospice]).toBeCloseTo(2.5, 9)
    expect(mention('hospice. Hospices. hospice')[hospice]).toBeCloseTo(logCount(3), 9)
    expect(
      weighTopics([
        [plain('A hospice'), 1],
        [plain('hospices'), 0.2],
      ])[hospice],
    ).toBeCloseTo(1.2, 9)
  })
  test('brings what holds it, by its share', () => {
    const topics = mention('hospice')
    const { within } = CONCEPTS[hospice] ?? { within: [] }
    expect(within.length).toBeGreaterThan(0)
    for (const [holder, share] of within) expect(topics[holder]).toBeCloseTo(share * CONCEPT_HOLDERS, 9)
    expect(Math.max(...within.map(([, share]) => share))).toBe(0.5)
  })
  test('brings its themes and people, which share one weight', () => {
    const topics = mention('hospice')
    const { groups } = CONCEPTS[hospice] ?? { groups: [] }
    expect(groups.length).toBeGreaterThan(0)
    for (const group of groups) expect(topics[group]).toBeCloseTo(TOPIC_GROUPS / groups.length, 9)
  })
})

describe('a concept that a word was learnt to be near to', () => {
  test('counts by the cube of how near it is', () => {
    expect(weighTopics([[learnt('zyxomma', [[hospice, 255]]), 1]])[hospice]).toBeCloseTo(CONCEPT_LEARNT, 9)
    expect(weighTopics([[learnt('zyxomma', [[hospice, 51]]), 2]])[hospice]).toBeCloseTo(
      2 * CONCEPT_LEARNT * 0.008,
      9,
    )
  })
  test('does not come from words that say nothing', () => {
    expect(weighTopics([[learnt('the', [[hospice, 255]]), 1]])[hospice]).toBe(0)
  })
})

describe('labels that are stated', () => {
  test('count as one mention each, beside the text', () => {
    const labels = [themeTopic('food'), groupTopic('carers')]
    const topics = weighTopics([], labels)
    expect(labels.map((label) => topics[label])).toEqual([1, 1])
    expect(topics.reduce((sum, much) => sum + much, 0)).toBe(2)
  })
})

test('a text that is about nothing has no topics', () => {
  for (const text of ['', '🎉', 'zyxomma quorp']) expect(mention(text).every((much) => much === 0)).toBe(true)
})
