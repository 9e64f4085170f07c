import { expect, test } from 'vitest'
import { TOPIC_COUNT, TOPIC_IDS } from '../../../src/matching/topics/concepts.ts'
import { readTopicTable, writeTopicTable } from '../../../src/matching/topics/topic-table.ts'
import { LEARNT } from '../../support/learnt.ts'

const table = LEARNT.topics
const stored = () => JSON.parse(writeTopicTable(table))

test('is the same after it was stored, and the stored text is the same each time', () => {
  expect(readTopicTable(stored())).toEqual(table)
  expect(writeTopicTable(readTopicTable(stored()))).toBe(writeTopicTable(table))
  expect(JSON.parse(writeTopicTable(table, { licence: 'MIT' }))).toMatchObject({
    licence: 'MIT',
    texts: table.texts,
  })
})

test('every topic has a name of its own', () => {
  expect(new Set(TOPIC_IDS).size).toBe(TOPIC_COUNT)
  expect(table.rarity).toHaveLength(TOPIC_COUNT)
})

test('drops a topic that the lexicon lacks, and takes one that it has gained as rare and unasked for', () => {
  const { topics, ...rest } = stored()
  const { [TOPIC_IDS[0] ?? '']: _, ...others } = topics
  const read = readTopicTable({ ...rest, topics: { ...others, 'concept:gone': [9, 9] } })
  expect([read.rarity[0], read.demand[0]]).toEqual([255, 0])
  expect(read.rarity.slice(1)).toEqual(table.rarity.slice(1))
})

test.for([
  null,
  [],
  {},
  { texts: 3 },
  { texts: -1, topics: {} },
  { texts: 3, topics: { 'concept:hospice': [0, 1] } },
  { texts: 3, topics: { 'concept:hospice': [256, 1] } },
  { texts: 3, topics: { 'concept:hospice': [1, -1] } },
  { texts: 3, topics: { 'concept:hospice': [1.5, 1] } },
  { texts: 3, topics: { 'concept:hospice': [1] } },
])('%j is refused', (json) => {
  expect(() => readTopicTable(json)).toThrow('not a table of learnt topics')
})
