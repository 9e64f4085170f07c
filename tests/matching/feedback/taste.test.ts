import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FeedbackReason, isAboutSubject } from '../../../src/domain/feedback.ts'
import { OWN_SHARE, type Said, SILENT, type Topics, tasteOf } from '../../../src/matching/feedback/taste.ts'

const SEEDED = { seed: 20_261_123, numRuns: 300 }

const lengthOf = (vector: ReadonlyMap<number, number>): number => Math.hypot(...vector.values())

/** Weights made a vector of length 1. */
const unit = (weights: readonly (readonly [topic: number, weight: number])[]): Topics => {
  const vector = new Map(weights)
  const length = lengthOf(vector)
  return new Map([...vector].map(([topic, weight]) => [topic, weight / length]))
}

const topics = fc
  .array(fc.tuple(fc.nat(12), fc.double({ min: 0.01, max: 1, noNaN: true })), { maxLength: 8 })
  .map(unit)
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({ verdict: fc.constant('good_match' as const), reason: fc.constant(null), topics }),
  fc.record({
    verdict: fc.constant('not_for_us' as const),
    reason: fc.constantFrom(null, ...FeedbackReason.options),
    topics,
  }),
)
const given = fc.array(said, { maxLength: 40 })

const HOSPICE = 1
const CARE = 2
const CHOIR = 3
const like = (about: Topics): Said => ({ verdict: 'good_match', reason: null, topics: about })
const dislike = (about: Topics, reason: Said['reason'] = null): Said => ({
  verdict: 'not_for_us',
  reason,
  topics: about,
})

test('nothing said is no taste', () => {
  expect(tasteOf(new Map(), [])).toEqual(new Map())
  expect(tasteOf(unit([[HOSPICE, 1]]), [like(new Map()), dislike(new Map())])).toEqual(new Map())
})

test('one word counts for a quarter, a like above zero and a dislike below', () => {
  expect(1 / (1 + SILENT)).toBe(0.25)
  expect(tasteOf(new Map(), [like(unit([[CHOIR, 1]]))])).toEqual(new Map([[CHOIR, 0.25]]))
  expect(tasteOf(new Map(), [dislike(unit([[CHOIR, 1]]))])).toEqual(new Map([[CHOIR, -0.25]]))
})

test.for(FeedbackReason.options)(
  '"not for us" because of %s teaches only when it is about the subject',
  (reason) => {
    const teaches = ['not_our_cause', 'something_else'].includes(reason)
    expect(tasteOf(new Map(), [dislike(unit([[CHOIR, 1]]), reason)]).size).toBe(teaches ? 1 : 0)
  },
)

test('a call for hospices that is not for a hospice counts against its other topics, never against hospices', () => {
  const own = unit([
    [HOSPICE, 1],
    [CARE, OWN_SHARE / 2],
  ])
  const call = unit([
    [HOSPICE, 2],
    [CARE, 2],
    [CHOIR, 2],
  ])
  const taste = tasteOf(own, [dislike(call)])
  expect(taste.has(HOSPICE)).toBe(false)
  expect(taste.get(CHOIR)).toBeCloseTo(-0.25 / Math.sqrt(3), 12)
  expect(taste.get(CARE)).toBeCloseTo(-0.125 / Math.sqrt(3), 12)
})

test('the taste has a length below 1 and no number that is not one, whatever is said', () => {
  fc.assert(
    fc.property(topics, given, (own, all) => {
      const taste = tasteOf(own, all)
      expect(lengthOf(taste)).toBeLessThan(1)
      expect([...taste.values()].every(Number.isFinite)).toBe(true)
    }),
    SEEDED,
  )
})

test('the order in which things were said changes no digit', () => {
  fc.assert(
    fc.property(topics, given, fc.infiniteStream(fc.nat()), (own, all, keys) => {
      const shuffled = all
        .map((one) => ({ one, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one)
      expect([...tasteOf(own, shuffled)]).toEqual([...tasteOf(own, all)])
    }),
    SEEDED,
  )
})

test('what is said and taken back leaves exactly the taste of before', () => {
  fc.assert(
    fc.property(topics, given, said, fc.nat(), (own, all, one, place) => {
      const before = [...tasteOf(own, all)]
      const more = all.toSpliced(place % (all.length + 1), 0, one)
      expect([
        ...tasteOf(
          own,
          more.filter((it) => it !== one),
        ),
      ]).toEqual(before)
    }),
    SEEDED,
  )
})

test('the nth word moves the taste by less than 2 ÷ (n + 3)', () => {
  fc.assert(
    fc.property(topics, given, said, (own, all, one) => {
      const before = tasteOf(own, all)
      const after = tasteOf(own, [...all, one])
      const moved = Math.hypot(
        ...[...new Set([...before.keys(), ...after.keys()])].map(
          (topic) => (after.get(topic) ?? 0) - (before.get(topic) ?? 0),
        ),
      )
      // Counted are the words that say anything of a topic that is not the organisation's own.
      const heard = all.filter((it) => isAboutSubject(it) && tasteOf(own, [it]).size > 0).length
      expect(moved).toBeLessThan(2 / (heard + 1 + SILENT))
    }),
    SEEDED,
  )
})

test('no dislike turns a topic that is the organisation’s own against it', () => {
  fc.assert(
    fc.property(topics, given, (own, all) => {
      const strongest = Math.max(0, ...own.values())
      const taste = tasteOf(own, all)
      const strong = [...own].filter(([, weight]) => weight >= strongest * OWN_SHARE)
      expect(strong.filter(([topic]) => (taste.get(topic) ?? 0) < 0)).toEqual([])
    }),
    SEEDED,
  )
})

test('docs/matching.md says what the code does', () => {
  const doc = readFileSync(new URL('../../../docs/matching.md', import.meta.url), 'utf8')
  expect(doc).toContain(`the mean of what was said together with ${SILENT} silent voices`)
  expect(doc).toContain(`less than 2 ÷ (n + ${SILENT})`)
  expect(doc).toContain(`at least ${OWN_SHARE} of the weight of its strongest`)
})
