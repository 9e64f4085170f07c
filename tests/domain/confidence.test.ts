import { describe, expect, test } from 'vitest'
import { addMs, type Instant, instantOf } from '../../src/base/date.ts'
import { CONFIDENCE, confidenceAt, type Freshness, sureSince } from '../../src/domain/confidence.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const daysAgo = (days: number): Instant => addMs(instantOf(NOW), -days * 86_400_000)
const confidence = (days: number, over: Partial<Freshness> = {}) =>
  confidenceAt(NOW, {
    lastCheckedAt: daysAgo(days),
    everyHours: 24,
    listsEverything: false,
    mistakes: 0,
    ...over,
  })

describe('confidence', () => {
  test.for([
    { name: 'just checked', days: 0, over: {}, value: 1 },
    { name: 'a moment ahead of the clock', days: -1, over: {}, value: 1 },
    { name: 'within two spans of its source', days: 2, over: {}, value: 1 },
    { name: 'of an hourly source, within a day', days: 1, over: { everyHours: 1 }, value: 1 },
    { name: 'half a life after the grace', days: 32, over: {}, value: 0.5 },
    { name: 'two lives after', days: 62, over: {}, value: 0.25 },
    { name: 'a source that lists everything', days: 12, over: { listsEverything: true }, value: 0.5 },
    { name: 'a source of every week', days: 44, over: { everyHours: 168 }, value: 0.5 },
    { name: 'a source that nothing reads any more', days: 30, over: { everyHours: null }, value: 0.5 },
    { name: 'a mistake reported', days: 0, over: { mistakes: 1 }, value: 0.5 },
    { name: 'two mistakes are no worse', days: 32, over: { mistakes: 2 }, value: 0.25 },
  ])('$name: $value', ({ days, over, value }) => {
    expect(confidence(days, over)).toBeCloseTo(value, 10)
  })

  test('never rises with time', () => {
    const values = Array.from({ length: 200 }, (_, days) => confidence(days))
    expect(values.every((value, day) => value <= (values[day - 1] ?? 1) && value > 0)).toBe(true)
  })

  test.for([
    { everyHours: 24, listsEverything: false },
    { everyHours: 1, listsEverything: true },
    { everyHours: null, listsEverything: true },
  ])('is sure just since the moment that is given for its source: %o', (upkeep) => {
    const since = sureSince(NOW, upkeep)
    const at = (lastCheckedAt: Instant) => confidenceAt(NOW, { ...upkeep, lastCheckedAt, mistakes: 0 })
    expect(at(since)).toBeGreaterThanOrEqual(CONFIDENCE.sure)
    expect(at(addMs(since, -60_000))).toBeLessThan(CONFIDENCE.sure)
  })
})
