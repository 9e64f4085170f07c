import { expect, test } from 'vitest'
import { conceptNumber, TOPIC_COUNT } from '../../../src/matching/topics/concepts.ts'
import { learnTopics } from '../../../src/matching/topics/learn-topics.ts'
import { DEMAND_UNIT } from '../../../src/matching/topics/topic-table.ts'
import { dictionaryOf } from '../../../src/matching/words/dictionary.ts'
import { readText } from '../../../src/matching/words/read-text.ts'

/** Of no word is anything learnt, so that only the lexicon speaks. */
const dictionary = dictionaryOf({ texts: 1, words: new Map() })
const learn = (...texts: readonly string[]) => learnTopics(texts.map((text) => readText(dictionary, text)))
const hospice = conceptNumber('hospice') ?? -1
const bells = conceptNumber('bell_ringing') ?? -1

test('a topic is the rarer the fewer texts name it', () => {
  const { rarity, texts } = learn('hospice', 'a hospice', 'our hospice', 'bell ringing', 'zyxomma')
  expect(texts).toBe(5)
  expect(rarity[hospice]).toBe(Math.round((255 * Math.log(1 + 5 / 3.5)) / Math.log(11)))
  expect(rarity[bells]).toBe(Math.round((255 * Math.log(1 + 5 / 1.5)) / Math.log(11)))
  expect(Math.min(...rarity)).toBeGreaterThan(0)
  expect(Math.max(...rarity)).toBe(255)
})

test('demand is what texts are about on average, each of them alike long', () => {
  const { demand } = learn('hospice', 'hospice hospice hospice')
  expect(demand).toHaveLength(TOPIC_COUNT)
  expect(Math.hypot(...demand)).toBeCloseTo(DEMAND_UNIT, -1)
  expect(demand[bells]).toBe(0)
  const half = learn('hospice', 'zyxomma').demand
  expect(half[hospice]).toBeCloseTo((learn('hospice').demand[hospice] ?? 0) / 2, -3)
})

test('of no texts nothing is learnt, and nothing breaks', () => {
  const { texts, rarity, demand } = learn()
  expect(texts).toBe(0)
  expect(rarity.every((it) => it >= 0 && it <= 255)).toBe(true)
  expect(demand.every((it) => it === 0)).toBe(true)
})

test('the order of the texts does not matter', () => {
  const texts = ['hospice', 'bell ringing', 'a lunch club', 'brass bands']
  expect(learn(...texts.toReversed())).toEqual(learn(...texts))
})
