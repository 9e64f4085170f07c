import { describe, expect, test } from 'vitest'
import { addMs, type Instant } from '../../src/base/date.ts'
import { driftOf, sayDrift } from '../../src/domain/drift.ts'
import { GONE } from '../../src/domain/gone-facts.ts'
import type { RunTotals } from '../../src/domain/run-totals.ts'
import { NO_FACTS } from '../../src/domain/told-facts.ts'

type Run = Omit<RunTotals, 'startedAt'>

/** A run to the end that read so many opportunities, so many of which told their closing date. */
const aRun = (opportunities: number, deadline: number, over: Partial<Run> = {}): Run => ({
  facts: { ...NO_FACTS, opportunities, deadline },
  finished: true,
  listed: null,
  open: null,
  ...over,
})
const runs = (n: number, opportunities: number, deadline: number) =>
  Array.from({ length: n }, () => aRun(opportunities, deadline))
const totals = (...listed: readonly (number | null)[]) => listed.map((total) => aRun(0, 0, { listed: total }))
const NEWEST = '2026-06-30T05:05:00.000Z' as Instant
/** The drift of runs at so many hours from one another, newest first. */
const drift = (given: readonly Run[], hours = 24) =>
  driftOf(given.map((run, i) => ({ ...run, startedAt: addMs(NEWEST, -i * hours * 3_600_000) })))

describe('facts that stopped to appear', () => {
  test('are named with how many had them before and have them now', () => {
    const found = drift([...runs(5, 10, 0), ...runs(20, 10, 9), aRun(0, 0)])
    expect(sayDrift(found)).toEqual([
      'Fields that stopped appearing: closing date (in 90% of the 200 before, in none of the last 50)',
    ])
  })

  test('are told of runs that read changes alone, once they have read enough together', () => {
    const before = runs(1, 200, 200)
    expect(drift([...runs(GONE.leastRecent - 1, 1, 0), ...before]).gone).toEqual([])
    // Runs are put together until there are 50, so the large run is among the newest ones here.
    expect(drift([...runs(30, 1, 0), ...before]).gone).toEqual([])
    expect(drift([...runs(50, 1, 0), ...before]).gone).toMatchObject([{ fact: 'deadline', have: 0 }])
  })

  test('are not told by fewer items than it takes', () => {
    const before = runs(1, GONE.leastEarlier, GONE.leastEarlier)
    expect(drift([aRun(GONE.recentItems, 0), ...before]).gone).toHaveLength(1)
    expect(drift([aRun(GONE.recentItems, 0), aRun(GONE.leastEarlier - 1, 49)]).gone).toEqual([])
    expect(drift([aRun(GONE.leastRecent - 1, 0)]).gone).toEqual([])
  })

  test.for([
    { had: 50, have: 5, told: true },
    { had: 50, have: 6, told: false },
    { had: 49, have: 0, told: false },
    { had: 100, have: 10, told: true },
    { had: 100, have: 11, told: false },
  ])('with $had of 100 before and $have of 100 now: $told', ({ had, have, told }) => {
    expect(drift([aRun(100, have), aRun(100, had), aRun(100, had)]).gone).toHaveLength(told ? 1 : 0)
  })

  test.for([
    { name: 'a large list', size: 120, hours: 24, bad: 14, told: true },
    { name: 'a large list after more than two weeks', size: 120, hours: 24, bad: 18, told: false },
    { name: 'a small list', size: 60, hours: 24, bad: 14, told: true },
    { name: 'a list of every hour', size: 60, hours: 1, bad: 24 * 14, told: true },
    { name: 'a list of every hour after more than two weeks', size: 60, hours: 1, bad: 345, told: false },
    { name: 'a list of every hour that is new', size: 60, hours: 1, bad: 8, told: true },
  ])('are told for two weeks: $name', ({ size, hours, bad, told }) => {
    const found = drift([...runs(bad, size, 0), ...runs(5, size, size)], hours)
    expect(found.gone.map(({ fact }) => fact)).toEqual(told ? ['deadline'] : [])
  })

  test('are measured by what was before they stopped, not by what lies across', () => {
    const found = drift([...runs(5, 60, 0), ...runs(5, 60, 57)])
    expect(found.gone).toMatchObject([{ had: 228, ofEarlier: 240, have: 0, ofRecent: 60 }])
  })

  test('are told no more once they appear again', () => {
    expect(drift([...runs(1, 120, 118), ...runs(5, 120, 0), ...runs(5, 120, 120)]).gone).toEqual([])
  })

  test('are told of what takes longer than two weeks to bring enough items', () => {
    const found = drift([...runs(25, 2, 0), ...runs(100, 2, 2)])
    expect(found.gone).toMatchObject([{ fact: 'deadline', ofEarlier: 200, ofRecent: 50 }])
  })

  test('that never appeared are not missed', () => {
    expect(drift(runs(10, 100, 0)).gone).toEqual([])
  })
})

describe('a total that fell', () => {
  test('is told against the median of the runs before', () => {
    const found = drift(totals(48, 120, 130, 5, 120))
    expect(sayDrift(found)).toEqual(['The number of items fell by 60% (from 120 to 48)'])
  })

  test.for([
    { name: 'half is told', totals: [60, 120, 120, 120], fell: true },
    { name: 'less than half is not', totals: [61, 120, 120, 120], fell: false },
    { name: 'two runs before are too few', totals: [1, 120, 120], fell: false },
    { name: 'a total under ten moves by itself', totals: [1, 9, 9, 9], fell: false },
    { name: 'a total of ten does not', totals: [1, 10, 10, 10], fell: true },
    { name: 'a rise is no fault', totals: [500, 120, 120, 120], fell: false },
    {
      name: 'two weeks later it is told',
      totals: [...Array(15).fill(48), ...Array(12).fill(120)],
      fell: true,
    },
    { name: 'later still it is usual', totals: [...Array(21).fill(48), ...Array(12).fill(120)], fell: false },
    { name: 'what is right again is not told', totals: [119, 48, 48, 120, 120, 120], fell: false },
  ])('$name', ({ totals: given, fell }) => {
    expect(drift(totals(...given)).fell !== null).toBe(fell)
  })

  test.for([
    { name: 'after one harvest', totals: [0, 4] },
    { name: 'after many', totals: [0, 120, 120, 120] },
    { name: 'for two weeks', totals: [...Array(15).fill(0), 4] },
  ])('to nothing is told of any list $name', ({ totals: given }) => {
    expect(sayDrift(drift(totals(...given)))).toEqual([`The list has become empty (it had ${given.at(-1)})`])
  })

  test('to nothing is not told of a list that never had anything', () => {
    expect(drift(totals(0, 0, 0, 0)).fell).toBeNull()
  })

  test('is that of open opportunities where a source has no list, or its list is as long as ever', () => {
    const open = [10, 40, 40, 40].map((n) => aRun(1, 1, { open: n }))
    const said = ['The number of open opportunities fell by 75% (from 40 to 10)']
    expect(sayDrift(drift(open))).toEqual(said)
    expect(sayDrift(drift(open.map((run) => ({ ...run, listed: 50 }))))).toEqual(said)
  })

  test('is not that of a run that did not come to its end', () => {
    const broken = aRun(0, 0, { finished: false, listed: 1 })
    expect(drift([broken, ...totals(120, 120, 120, 120)]).fell).toBeNull()
  })
})
