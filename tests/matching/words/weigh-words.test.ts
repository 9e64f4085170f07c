import { describe, expect, test } from 'vitest'
import { PAIR } from '../../../src/matching/weights.ts'
import { logCount } from '../../../src/matching/words/log-count.ts'
import { lexemesIn, readText } from '../../../src/matching/words/read-text.ts'
import { stemOf } from '../../../src/matching/words/stem.ts'
import { pairKey, wordKey } from '../../../src/matching/words/term-key.ts'
import { weighWords } from '../../../src/matching/words/weigh-words.ts'
import { LEARNT } from '../../support/learnt.ts'
import { randomFrom, someText } from '../generated.ts'

const read = (text: string) => readText(LEARNT.dictionary, text)
function weigh(...fields: readonly (readonly [string, number])[]): Map<number, number> {
  const { size, keys, amounts } = weighWords(fields.map(([text, weight]) => [read(text), weight] as const))
  return new Map(Array.from(keys.subarray(0, size), (it, at) => [it, amounts[at] ?? 0]))
}
const key = (word: string) => wordKey(stemOf(word))
const rarity = (word: string) => lexemesIn(read(word))[0]?.rarity ?? 0
const keys = (text: string) => [...weigh([text, 1]).keys()]

describe('words', () => {
  test('count by how rare they are, the weight of the field and, ever less, how often they come', () => {
    expect(weigh(['kitchen', 2]).get(key('kitchen'))).toBe(2 * rarity('kitchen'))
    expect(weigh(['kitchen. Kitchens! kitchen', 2]).get(key('kitchen'))).toBeCloseTo(
      2 * rarity('kitchen') * logCount(3),
      9,
    )
    expect(rarity('beekeeping')).toBeGreaterThan(rarity('community'))
  })
  test('add up over fields', () => {
    const both = weigh(['kitchen', 2], ['our kitchen', 0.5])
    expect(both.get(key('kitchen'))).toBeCloseTo(2.5 * rarity('kitchen'), 9)
  })
  test('that stand together count as a pair too, half as much as their mean', () => {
    const brassKitchen = pairKey(key('brass'), key('kitchen'))
    expect(weigh(['brass kitchen', 1]).get(brassKitchen)).toBeCloseTo(
      (PAIR * (rarity('brass') + rarity('kitchen'))) / 2,
      9,
    )
    expect(keys('brass, kitchen')).not.toContain(brassKitchen)
    expect(keys('brass for kitchen')).not.toContain(brassKitchen)
    expect(keys('kitchen brass')).not.toContain(brassKitchen)
  })
  test('that say nothing, and names of areas, are left out, from pairs too', () => {
    expect(keys('the and for with')).toEqual([])
    expect(keys('South Gloucestershire. Bristol')).toEqual([])
    expect(keys('Bristol kitchen')).toEqual([key('kitchen')])
    expect(keys('kitchen Bristol')).toEqual([key('kitchen')])
    expect(keys('')).toEqual([])
  })
})

test('more than 16 of a word count as 16', () => {
  expect(logCount(0)).toBe(0)
  expect(logCount(1)).toBe(1)
  for (let n = 1; n <= 16; n += 1) {
    expect(logCount(n)).toBeCloseTo(1 + Math.log(n), 3)
    expect(logCount(n)).toBeGreaterThan(logCount(n - 1))
  }
  expect(logCount(1_000)).toBe(logCount(16))
})

describe('a rare word written on both sides', () => {
  const sum = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>) =>
    [...a].reduce((total, [word, weight]) => total + weight * (b.get(word) ?? 0), 0)

  // Of the sum before profiles are scaled: scaled, the word takes its share from the others.
  test('always raises what the two texts have in common', () => {
    const random = randomFrom(21)
    for (let turn = 0; turn < 300; turn += 1) {
      const [own, theirs] = [someText(random, 20), someText(random, 20)]
      const before = sum(weigh([own, 1]), weigh([theirs, 1]))
      const after = sum(weigh([`${own}. Beekeeping`, 1]), weigh([`${theirs}. beekeeping`, 1]))
      expect(after).toBeGreaterThan(before)
    }
  })
  test('never lowers it when only one side writes it', () => {
    const random = randomFrom(22)
    for (let turn = 0; turn < 300; turn += 1) {
      const [own, theirs] = [someText(random, 20), someText(random, 20)]
      const before = sum(weigh([own, 1]), weigh([theirs, 1]))
      expect(sum(weigh([`${own}. Beekeeping`, 1]), weigh([theirs, 1]))).toBeGreaterThanOrEqual(before)
    }
  })
})
