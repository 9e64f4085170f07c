import { expect, test } from 'vitest'
import { movedTo } from '../../../src/commands/bench/data/moved-to.ts'
import { isMet } from '../../../src/commands/bench/match/figure.ts'
import { measureWorker } from '../../../src/commands/bench/worker/measure-worker.ts'
import { statusAt } from '../../../src/domain/opportunity.ts'
import { benchOpportunities, NOW_OF_BENCH } from '../../support/bench-data.ts'

test('invented calls that are moved to another moment are open, or over, as they were', () => {
  const later = new Date('2027-02-03T06:00:00Z')
  const calls = benchOpportunities(200)
  const statuses = calls.map((it) => statusAt(NOW_OF_BENCH, it))
  expect(new Set(statuses).size).toBeGreaterThan(1)
  expect(calls.map((it) => statusAt(later, movedTo(later, it)))).toEqual(statuses)
})

test('a Worker loads the stored snapshot and matches within its memory', async () => {
  const figures = await measureWorker(1, 400, () => {})
  const value = (name: string) => figures.find((it) => it.name === name)?.value ?? 0
  expect(figures.filter((it) => isMet(it) === false)).toEqual([])
  expect(value('workerStart')).toBeGreaterThan(1)
  expect(value('workerUsed')).toBeGreaterThan(value('workerStart'))
  expect(value('workerTaken')).toBeGreaterThan(value('workerUsed'))
}, 120_000)
