import { expect, test } from 'vitest'
import { blockKeys } from '../../../src/catalogue/duplicates/block-keys.ts'
import { comparableOf } from '../../../src/catalogue/duplicates/comparable.ts'
import { compareRecords } from '../../../src/catalogue/duplicates/compare.ts'
import { comparedLink } from '../../../src/catalogue/duplicates/link.ts'
import { aProvenance } from '../../support/builders.ts'
import { JUDGED_PAIRS, recordsOf } from './pairs.ts'

const judge = (pair: Parameters<typeof recordsOf>[0]) => {
  const [a, b] = recordsOf(pair).map(comparableOf)
  if (!a || !b) throw new RangeError('A pair is two')
  return {
    answer: compareRecords(a, b),
    turned: compareRecords(b, a),
    keys: [blockKeys(a), blockKeys(b)] as const,
  }
}

test.for(JUDGED_PAIRS)('$what: $answer', (pair) => {
  const { answer, turned } = judge(pair)
  expect(answer).toBe(pair.answer)
  expect(turned).toBe(answer)
})

test('nothing is merged that is two calls, and most of what is one is merged or asked about', () => {
  const judged = JUDGED_PAIRS.map((pair) => ({ ...pair, found: judge(pair).answer }))
  const merged = judged.filter(({ found }) => found === 'same')
  const one = judged.filter(({ is }) => is === 'one call')
  expect(merged.filter(({ is }) => is === 'two calls')).toEqual([])
  expect(merged.length / one.length).toBeGreaterThanOrEqual(0.6)
  expect(one.filter(({ found }) => found === 'different')).toEqual([])
})

test('whatever is the same, or may be, shares a key under which it is looked up', () => {
  for (const pair of JUDGED_PAIRS) {
    const { answer, keys } = judge(pair)
    const [a, b] = keys
    if (answer !== 'different')
      expect(
        a.some((key) => b.includes(key)),
        pair.what,
      ).toBe(true)
  }
})

test('two records of one source are two calls, however alike they are', () => {
  const provenance = aProvenance({ sourceId: 'one' })
  expect(judge({ a: { provenance }, b: { provenance, url: 'https://fund.example/kitchens' } }).answer).toBe(
    'different',
  )
})

test.for([
  ['https://fund.example/a?id=7&utm_source=x', 'http://www.fund.example/a/?gclid=1&id=7#top'],
  ['https://fund.example/a/index.html', 'https://FUND.example/a'],
  ['https://fund.example/a?b=2&a=1', 'https://fund.example/a?a=1&b=2'],
  ['https://fund.example/a?ref=newsletter&source=Twitter', 'https://fund.example/a#/'],
])('%s is the address %s', ([one, other]) => {
  expect(comparedLink(String(one))).toBe(comparedLink(String(other)))
})

test.for([
  ['https://fund.example/a?id=7', 'https://fund.example/a?id=8'],
  ['https://fund.example/a', 'https://fund.example/A'],
  ['https://fund.example/a', 'https://other.example/a'],
  ['https://portal.example/notice?ref=GF-101', 'https://portal.example/notice?ref=GF-202'],
  ['https://portal.example/notice?source=1', 'https://portal.example/notice'],
  ['https://app.example/#/opportunity/12', 'https://app.example/#/opportunity/13'],
  ['https://app.example/calls#!opportunity/12', 'https://app.example/calls'],
])('%s is not the address %s', ([one, other]) => {
  expect(comparedLink(String(one))).not.toBe(comparedLink(String(other)))
})

test('the first page of a site is no page about a call', () => {
  expect(comparedLink('https://www.fund.example/?utm_campaign=x')).toBeNull()
  expect(comparedLink('https://www.fund.example/#/')).toBeNull()
  expect(comparedLink('https://www.fund.example/#grants')).toBeNull()
})
