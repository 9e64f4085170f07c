import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KEPT, renewList, SHOWN } from '../../../src/commands/bench/match/renew-list.ts'

const best = (worths: Iterable<number>, most: number) =>
  Float64Array.from(worths).sort().reverse().slice(0, most)

test('a renewed list begins as ranking all again would have it, or owns up that it cannot know', () => {
  const anyWorth = fc.integer({ min: -50, max: 5_000 })
  fc.assert(
    fc.property(
      fc.uniqueArray(anyWorth, { maxLength: 80 }),
      fc.uniqueArray(
        anyWorth.map((it) => it + 0.5),
        { maxLength: 20 },
      ),
      fc.integer({ min: 2, max: 9 }),
      (old, fresh, nth) => {
        const isChanged = (worth: number) => worth % nth === 0
        const list = renewList(best(old, KEPT), isChanged, best(fresh, KEPT))
        const all = best([...old.filter((it) => !isChanged(it)), ...fresh], SHOWN)
        if (list) expect(list.slice(0, SHOWN)).toEqual(all)
        else expect(best(old, KEPT).filter(isChanged).length).toBeGreaterThan(KEPT - SHOWN)
      },
    ),
  )
})
