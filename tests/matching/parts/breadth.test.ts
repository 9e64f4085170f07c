import { expect, test } from 'vitest'
import { breadthOf } from '../../../src/matching/parts/breadth.ts'
import { opportunityProfile } from '../../../src/matching/profile/read-profiles.ts'
import { TOPIC_COUNT } from '../../../src/matching/topics/concepts.ts'
import { DEMAND_UNIT, type TopicTable } from '../../../src/matching/topics/topic-table.ts'
import { FULL_BREADTH } from '../../../src/matching/weights.ts'
import { anOpportunity } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'

/** A world that asks for topic 1, and half as much for topic 2. */
const demand = new Array<number>(TOPIC_COUNT).fill(0)
demand[1] = (DEMAND_UNIT * FULL_BREADTH) / 2
demand[2] = (DEMAND_UNIT * FULL_BREADTH) / 4
const table: TopicTable = { texts: 500, rarity: new Array<number>(TOPIC_COUNT).fill(255), demand }
const breadth = (keys: readonly number[], impacts: readonly number[]) =>
  breadthOf(table, { keys: Uint32Array.from(keys), impacts: Uint8Array.from(impacts) })

test('is how much of what texts are about a call names, 1 at most', () => {
  expect(breadth([], [])).toBe(0)
  expect(breadth([7], [255])).toBe(0)
  expect(breadth([1], [255])).toBeCloseTo(0.5, 9)
  expect(breadth([1, 2], [255, 255])).toBeCloseTo(0.75, 9)
  expect(breadth([1, 2], [102, 51])).toBeCloseTo(0.25, 9)
  expect(
    breadthOf(
      { ...table, demand: demand.map((it) => it * 9) },
      { keys: Uint32Array.of(1), impacts: Uint8Array.of(255) },
    ),
  ).toBe(1)
})

test('does not take a word for a topic', () => {
  expect(breadth([900_000], [255])).toBe(0)
})

test('of a broad call is more than of a narrow one', () => {
  const of = (title: string) =>
    breadthOf(
      LEARNT.topics,
      opportunityProfile(LEARNT, anOpportunity({ title, summary: '', description: '' })),
    )
  expect(of('Education, health, sport and the arts for young people')).toBeGreaterThan(3 * of('Bell ringing'))
})
