import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/base/date.ts'
import { isoDate } from '../../../src/base/date.ts'
import { settle } from '../../../src/catalogue/duplicates/settle.ts'
import { whichStays } from '../../../src/catalogue/duplicates/which-stays.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../../src/domain/deadline.ts'
import { type DuplicatePair, pairIds } from '../../../src/domain/duplicate.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import { anOpportunity, aProvenance, opportunityId, rules } from '../../support/builders.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const AT = '2026-06-01T05:00:00.000Z' as Instant

const aRecord = (id: string, source = id, over: Partial<Opportunity> = {}) =>
  anOpportunity({ id: opportunityId(id), provenance: aProvenance({ sourceId: source }), ...over })

const aPair = (a: string, b: string, over: Partial<DuplicatePair> = {}): DuplicatePair => ({
  ...pairIds(opportunityId(a), opportunityId(b)),
  found: 'same',
  state: 'waiting',
  decidedBy: null,
  foundAt: AT,
  decidedAt: null,
  ...over,
})

const merged = (a: string, b: string) => aPair(a, b, { state: 'merged', decidedBy: 'sure', decidedAt: AT })

const byPerson = (a: string, b: string, state: 'merged' | 'kept_apart', found: 'same' | 'maybe' = 'maybe') =>
  aPair(a, b, { found, state, decidedBy: 'person', decidedAt: AT })

const hidden = (records: readonly Opportunity[], pairs: readonly DuplicatePair[]) =>
  settle(NOW, records, pairs)
    .merges.map(({ absorbed, kept }) => `${absorbed} behind ${kept}`)
    .sort()

const states = (records: readonly Opportunity[], pairs: readonly DuplicatePair[]) =>
  Object.fromEntries(
    settle(NOW, records, pairs).pairs.map(({ first, second, state }) => [`${first} ${second}`, state]),
  )

describe('what pairs make of opportunities', () => {
  const [a, b, c] = [aRecord('a'), aRecord('b'), aRecord('c')]

  test('two that are surely the same become one, and what may be waits', () => {
    const pairs = [aPair('a', 'b'), aPair('b', 'c', { found: 'maybe' })]
    expect(hidden([a, b, c], pairs)).toEqual(['b behind a'])
    expect(states([a, b, c], pairs)).toEqual({ 'a b': 'merged', 'b c': 'waiting' })
  })

  test('three of which each two are the same become one', () => {
    const pairs = [aPair('a', 'b'), aPair('b', 'c'), aPair('a', 'c')]
    expect(hidden([a, b, c], pairs)).toEqual(['b behind a', 'c behind a'])
  })

  test('of three of which two were not found to be the same, two become one and the third waits', () => {
    const pairs = [aPair('a', 'b'), aPair('b', 'c')]
    expect(hidden([a, b, c], pairs)).toEqual(['b behind a'])
    expect(states([a, b, c], pairs)).toEqual({ 'a b': 'merged', 'b c': 'waiting' })
  })

  test('what is joined already stays so when a third is the same as only one of the two', () => {
    const pairs = [aPair('a', 'b'), merged('b', 'c')]
    expect(hidden([a, b, c], pairs)).toEqual(['c behind b'])
    expect(states([a, b, c], pairs)).toEqual({ 'a b': 'waiting', 'b c': 'merged' })
    // Also when it would make more with others.
    const more = [...pairs, aPair('a', 'd'), aPair('b', 'd')]
    expect(hidden([a, b, c, aRecord('d')], more)).toEqual(['c behind b', 'd behind a'])
  })

  test('of a cluster in doubt the largest part becomes one', () => {
    const d = aRecord('d')
    const pairs = [aPair('a', 'b'), aPair('b', 'c'), aPair('c', 'd'), aPair('b', 'd')]
    expect(hidden([a, b, c, d], pairs)).toEqual(['c behind b', 'd behind b'])
    expect(states([a, b, c, d], pairs)).toMatchObject({ 'a b': 'waiting', 'b c': 'merged' })
  })

  test('two of one source are never joined by a third', () => {
    const records = [aRecord('a', 'one'), aRecord('b', 'two'), aRecord('c', 'one')]
    expect(hidden(records, [aPair('a', 'b'), aPair('b', 'c')])).toEqual(['b behind a'])
    expect(hidden(records, [aPair('a', 'b'), merged('b', 'c')])).toEqual(['c behind b'])
    // Not even when a person has joined the third to another.
    const d = aRecord('d', 'one')
    const pairs = [byPerson('a', 'b', 'merged'), aPair('b', 'd')]
    expect(hidden([...records, d], pairs)).toEqual(['b behind a'])
  })

  test('what a person keeps apart stays so, and so does what would join it', () => {
    expect(hidden([a, b], [byPerson('a', 'b', 'kept_apart', 'same')])).toEqual([])
    const pairs = [aPair('a', 'b'), aPair('b', 'c'), byPerson('a', 'c', 'kept_apart', 'same')]
    expect(hidden([a, b, c], pairs)).toEqual(['b behind a'])
    const after = [merged('a', 'b'), merged('b', 'c'), byPerson('a', 'c', 'kept_apart', 'same')]
    expect(hidden([a, b, c], after)).toEqual(['b behind a'])
    expect(states([a, b, c], after)).toEqual({ 'a b': 'merged', 'b c': 'waiting' })
  })

  test('what a person joins is one, with what is surely the same as a part of it', () => {
    const pairs = [byPerson('a', 'b', 'merged'), aPair('b', 'c'), aPair('a', 'c', { found: 'maybe' })]
    expect(hidden([a, b, c], pairs)).toEqual(['b behind a', 'c behind a'])
    expect(states([a, b, c], pairs)).toEqual({ 'b c': 'merged', 'a c': 'merged' })
  })

  test('without the decision everything is as it was', () => {
    const open = [aPair('a', 'b', { found: 'maybe' }), aPair('b', 'c')]
    const before = settle(NOW, [a, b, c], open)
    expect(hidden([a, b, c], [byPerson('a', 'b', 'merged'), aPair('b', 'c')])).not.toEqual([])
    expect(settle(NOW, [a, b, c], open)).toEqual(before)
  })
})

/** Every order of a list. */
const ordersOf = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, i) => ordersOf(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]))

/** Whole numbers that look like chance and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let n = seed; ; ) {
    n = (Math.imul(n, 1_103_515_245) + 12_345) >>> 0
    yield n >>> 8
  }
}

test('whatever comes first, the same is hidden, and to settle what is settled changes nothing', () => {
  const chance = numbers(7)
  const next = (below: number) => chance.next().value % below
  for (let round = 0; round < 60; round += 1) {
    const ids = ['a', 'b', 'c', 'd']
    const records = ids.map((id) =>
      aRecord(id, `source-${next(3)}`, { awardMax: next(2) === 0 ? null : 500 }),
    )
    const pairs = ids.flatMap((id, i) =>
      ids.slice(i + 1).flatMap((other) => {
        const kinds = [
          [],
          [aPair(id, other)],
          [merged(id, other)],
          [aPair(id, other, { found: 'maybe' })],
          [byPerson(id, other, 'merged')],
          [byPerson(id, other, 'kept_apart', 'same')],
        ]
        return kinds[next(kinds.length)] ?? []
      }),
    )
    const first = settle(NOW, records, pairs)
    for (const order of ordersOf(records)) {
      expect(hidden(order, pairs.toReversed())).toEqual(hidden(records, pairs))
    }
    const decided = pairs.filter(({ decidedBy }) => decidedBy === 'person')
    const again = settle(NOW, records, [...first.pairs, ...decided])
    expect(hidden(records, [...first.pairs, ...decided])).toEqual(hidden(records, pairs))
    expect(new Set(again.pairs.map((pair) => JSON.stringify(pair)))).toEqual(
      new Set(first.pairs.map((pair) => JSON.stringify(pair))),
    )
    // Who is shown is behind nothing itself.
    const absorbed = new Set(first.merges.map((merge) => merge.absorbed))
    expect(first.merges.filter(({ kept }) => absorbed.has(kept))).toEqual([])
  }
})

describe('which of several is shown', () => {
  const read = {
    fromWords: { reader: 1, quotes: { deadline: 'It closes on 30 June 2026.' }, rules: [] },
  } as const
  const later = '2026-06-02T05:00:00.000Z' as Instant
  const cases = [
    ['one that takes bids, before one that was withdrawn', {}, { ended: 'withdrawn', awardMin: 5 }],
    ['one that takes bids, before one whose day is over', {}, { deadline: closing(isoDate('2026-05-01')) }],
    ['one that takes bids, before one that has yet to open', { rules: rules() }, { forecast: true }],
    ['one that has yet to open, before one that is over', { forecast: true }, { ended: 'awarded' }],
    ['a stated deadline, before one that was read', { rules: rules() }, read],
    ['a deadline that was read, before none', read, { deadline: NO_DEADLINE_KNOWN }],
    ['more of what everybody asks', {}, { rules: rules() }],
    [
      'the funder’s own',
      { provenance: aProvenance({ sourceName: 'Example Fund', firstSeenAt: later }) },
      { provenance: aProvenance({ sourceName: 'All The Grants' }) },
    ],
    ['the one seen first', {}, { provenance: aProvenance({ firstSeenAt: later }) }],
  ] as const

  test.for(cases)('%s', ([, better, worse]) => {
    // The one that must win has the higher id, which would lose.
    const winner = aRecord('z', 'one', better as Partial<Opportunity>)
    const loser = aRecord('a', 'two', worse as Partial<Opportunity>)
    expect(whichStays(NOW, [winner, loser]).id).toBe('z')
    expect(whichStays(NOW, [loser, winner]).id).toBe('z')
  })

  test('the lower id, when nothing else tells them apart', () => {
    expect(whichStays(NOW, [aRecord('b'), aRecord('a')]).id).toBe('a')
  })
})
