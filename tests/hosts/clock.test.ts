import { expect, test } from 'vitest'
import { startClock } from '../../src/hosts/clock.ts'
import { openTestSqlite } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

test('the clock runs a job at its tick, once for two processes, and stops', async () => {
  const db = openTestSqlite()
  let runs = 0
  const everySecond = {
    name: 'tick',
    summary: 'Counts',
    cron: '* * * * * *',
    londonHour: null,
    lease: null,
    argument: null,
    run: async () => ({ runs: ++runs }),
  }
  const process = () => aRuntime({ db, now: () => new Date(), newId: () => crypto.randomUUID() })
  const stops = [startClock([everySecond], process()), startClock([everySecond], process())]
  await expect.poll(() => runs, { timeout: 5_000 }).toBe(1)
  // The ticks that follow lie in the same minute, or in the next.
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  for (const stop of stops) await stop()
  expect(runs).toBeLessThanOrEqual(2)
  const after = runs
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(runs).toBe(after)
})
