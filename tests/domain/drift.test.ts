import { describe, expect, test } from 'vitest'
import { DRIFT, driftOf, type RunTotals, sayDrift } from '../../src/domain/drift.ts'
import { NO_FACTS } from '../../src/domain/told-facts.ts'

/** A run to the end that read so many opportunities, so many of which told their closing date. */
const aRun = (opportunities: number, deadline: number, over: Partial<RunTotals> = {}): RunTotals => ({
  facts: { ...NO_FACTS, opportunities, deadline },
  finished: true,
  offered: null,
  open: null,
  ...over,
})
const runs = (n: number, opportunities: number, deadline: number) =>
  Array.from({ length: n }, () => aRun(opportunities, deadline))
const totals = (...offered: readonly (number | null)[]) =>
  offered.map((total) => aRun(0, 0, { offered: total }))

describe('facts that stopped to appear', () => {
  test('are named with how many had them before and have them now', () => {
    const drift = driftOf([...runs(5, 10, 0), ...runs(20, 10, 9), aRun(0, 0)])
    expect(sayDrift(drift)).toEqual([
      'Fields that stopped appearing: closing date (in 90% of the 200 before, in none of the last 50)',
    ])
  })

  test('are told of runs that read changes alone, once they have read enough together', () => {
    const before = runs(1, 200, 200)
    expect(driftOf([...runs(DRIFT.leastRecent - 1, 1, 0), ...before]).gone).toEqual([])
    // Runs are put together until there are 50, so the large run is among the newest ones here.
    expect(driftOf([...runs(30, 1, 0), ...before]).gone).toEqual([])
    expect(driftOf([...runs(50, 1, 0), ...before]).gone).toMatchObject([{ fact: 'deadline', have: 0 }])
  })

  test('are not told by fewer items than it takes', () => {
    const before = runs(1, DRIFT.leastEarlier, DRIFT.leastEarlier)
    expect(driftOf([aRun(DRIFT.recentItems, 0), ...before]).gone).toHaveLength(1)
    expect(driftOf([aRun(DRIFT.recentItems, 0), aRun(DRIFT.leastEarlier - 1, 49)]).gone).toEqual([])
    expect(driftOf([aRun(DRIFT.leastRecent - 1, 0)]).gone).toEqual([])
  })

  test.for([
    { had: 50, have: 5, told: true },
    { had: 50, have: 6, told: false },
    { had: 49, have: 0, told: false },
    { had: 100, have: 10, told: true },
    { had: 100, have: 11, told: false },
  ])('with $had of 100 before and $have of 100 now: $told', ({ had, have, told }) => {
    expect(driftOf([aRun(100, have), aRun(100, had), aRun(100, had)]).gone).toHaveLength(told ? 1 : 0)
  })

  test('that never appeared are not missed', () => {
    expect(driftOf(runs(10, 100, 0)).gone).toEqual([])
  })
})

describe('a total that fell', () => {
  test('is told against the median of the runs before', () => {
    const drift = driftOf(totals(48, 120, 130, 5, 120))
    expect(sayDrift(drift)).toEqual(['The number of items fell by 60% (from 120 to 48)'])
  })

  test.for([
    { name: 'half is told', totals: [60, 120, 120, 120], fell: true },
    { name: 'less than half is not', totals: [61, 120, 120, 120], fell: false },
    { name: 'two runs before are too few', totals: [1, 120, 120], fell: false },
    { name: 'a total under ten moves by itself', totals: [0, 9, 9, 9], fell: false },
    { name: 'a total of ten does not', totals: [0, 10, 10, 10], fell: true },
    { name: 'a rise is no fault', totals: [500, 120, 120, 120], fell: false },
    { name: 'what was so for long is usual', totals: [48, ...Array(10).fill(50), 120, 120], fell: false },
  ])('$name', ({ totals: given, fell }) => {
    expect(driftOf(totals(...given)).fell !== null).toBe(fell)
  })

  test('is that of open opportunities where a source does not list everything', () => {
    const open = [10, 40, 40, 40].map((n) => aRun(1, 1, { open: n }))
    expect(sayDrift(driftOf(open))).toEqual(['The number of open opportunities fell by 75% (from 40 to 10)'])
  })

  test('is not that of a run that did not come to its end', () => {
    const broken = aRun(0, 0, { finished: false, offered: 1 })
    expect(driftOf([broken, ...totals(120, 120, 120, 120)]).fell).toBeNull()
  })
})
