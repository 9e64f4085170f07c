import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOf } from '../../../src/matching/profile/profile.ts'
import { TOPIC_COUNT } from '../../../src/matching/topics/concepts.ts'

const most = { words: 4, topics: 3 }
const topicsOf = (weights: Readonly<Record<number, number>>) => {
  const topics = new Float64Array(TOPIC_COUNT)
  for (const [topic, weight] of Object.entries(weights)) topics[Number(topic)] = weight
  return topics
}
const entries = (words: readonly (readonly [number, number])[], topics = {}, limits = most) => {
  const weighed = {
    size: words.length,
    keys: Uint32Array.from(words, ([key]) => key),
    amounts: Float64Array.from(words, ([, weight]) => weight),
  }
  const { keys, impacts } = profileOf(weighed, topicsOf(topics), limits)
  return Array.from(keys, (key, at) => [key, impacts[at] ?? 0] as const)
}

test('of no words and no topics is empty', () => {
  expect(entries([])).toEqual([])
})

test('of one word is that word at full length, however heavy it is', () => {
  expect(entries([[5_000, 0.001]])).toEqual([[5_000, 255]])
  expect(entries([[4_294_967_295, 1e9]])).toEqual([[4_294_967_295, 255]])
})

test('scales words and topics each to length 255, and puts topics first, by ascending key', () => {
  const profile = entries(
    [
      [9_000, 4],
      [5_000, 3],
    ],
    { 7: 5, 2: 12 },
  )
  expect(profile).toEqual([
    [2, Math.round((255 * 12) / 13)],
    [7, Math.round((255 * 5) / 13)],
    [5_000, 153],
    [9_000, 204],
  ])
})

test('keeps the heaviest, and of those as heavy the lower key', () => {
  const words = [9_000, 8_000, 7_000, 6_000, 5_000].map((key) => [key, key === 8_000 ? 2 : 1] as const)
  expect(entries(words).map(([key]) => key)).toEqual([5_000, 6_000, 7_000, 8_000])
  expect(entries(words.toReversed()).map(([key]) => key)).toEqual([5_000, 6_000, 7_000, 8_000])
})

test('leaves out what would round to nothing, and everything when nothing may stay', () => {
  expect(
    entries([
      [5_000, 1_000],
      [6_000, 1],
    ]),
  ).toEqual([[5_000, 255]])
  expect(entries([[5_000, 1]], { 1: 1 }, { words: 0, topics: 0 })).toEqual([])
})

test('is cut as sorting by impact and key would cut it, whatever the weights', () => {
  const words = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 4_096, max: 2 ** 32 - 1 }), fc.integer({ min: 1, max: 9 })),
    {
      selector: ([key]) => key,
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 12 }), (all, many) => {
      const whole = entries(all, {}, { words: 1_000, topics: 0 })
      const sorted = whole
        .toSorted(([a, x], [b, y]) => y - x || a - b)
        .slice(0, many)
        .sort(([a], [b]) => a - b)
      expect(entries(all, {}, { words: many, topics: 0 })).toEqual(sorted)
      const length = Math.hypot(...whole.map(([, impact]) => impact))
      if (all.length > 0) expect(length).toBeCloseTo(255, -1)
    }),
    { seed: 1 },
  )
})
