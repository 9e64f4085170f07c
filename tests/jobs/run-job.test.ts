import { describe, expect, test } from 'vitest'
import type { Job } from '../../jobs/job.ts'
import { isDue, runJob } from '../../jobs/run-job.ts'
import type { Instant } from '../../src/base/date.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

const TICK = '2026-06-01T12:00:00.000Z' as Instant
const order = { byHand: false, argument: null }

const aJob = (over: Partial<Job> = {}): Job => ({
  name: 'count-sheep',
  summary: 'Counts',
  cron: '0 * * * *',
  londonHour: null,
  lease: null,
  argument: null,
  run: async () => ({ sheep: 3 }),
  ...over,
})

describe.for(databases)('a job on %s', ([, open]) => {
  test('leaves a record of how it went', async () => {
    const runtime = aRuntime({ db: await open() })
    expect(await runJob(aJob(), runtime, order, TICK)).toMatchObject({ ran: true, counts: { sheep: 3 } })
    const [run] = await runtime.db.query.selectFrom('job_runs').selectAll().execute()
    expect(run).toMatchObject({ job: 'count-sheep', counts: '{"sheep":3}', error: null })
  })

  test('runs one tick once, however many processes hear it', async () => {
    const runtime = aRuntime({ db: await open() })
    let runs = 0
    const job = aJob({ run: async () => ({ n: ++runs }) })
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => runJob(job, runtime, order, TICK)))
    expect(outcomes.filter(({ ran }) => ran)).toHaveLength(1)
    expect(runs).toBe(1)
    expect(await runJob(job, runtime, order, TICK)).toMatchObject({ ran: false })
  })

  test('does not run while it is running, and runs at a later tick', async () => {
    const runtime = aRuntime({ db: await open() })
    const later = '2026-06-01T13:00:00.000Z' as Instant
    let inner: Awaited<ReturnType<typeof runJob>> | undefined
    const job = aJob({
      run: async () => {
        inner = await runJob(aJob(), runtime, order, later)
        return {}
      },
    })
    await runJob(job, runtime, order, TICK)
    expect(inner).toMatchObject({ ran: false })
    expect(await runJob(aJob(), runtime, order, later)).toMatchObject({ ran: true })
  })

  test('a process that died holds the job no longer than its lease', async () => {
    const db = await open()
    const newId = () => crypto.randomUUID()
    const dead = aRuntime({ db, newId })
    const hangs = aJob({ run: () => new Promise(() => {}) })
    void runJob(hangs, dead, order, TICK)
    await expect
      .poll(async () => (await db.query.selectFrom('job_leases').selectAll().execute()).length)
      .toBe(1)
    const soon = aRuntime({ db, newId, now: () => new Date('2026-06-01T12:14:00Z') })
    expect(await runJob(aJob(), soon, order)).toMatchObject({ ran: false })
    const later = aRuntime({ db, newId, now: () => new Date('2026-06-01T12:16:00Z') })
    expect(await runJob(aJob(), later, order)).toMatchObject({ ran: true })
  })

  test('a failure is recorded, thrown on, and does not block the next run', async () => {
    const runtime = aRuntime({ db: await open() })
    const fails = aJob({ run: () => Promise.reject(new Error('no sheep')) })
    await expect(runJob(fails, runtime, order, TICK)).rejects.toThrow('no sheep')
    const [run] = await runtime.db.query.selectFrom('job_runs').selectAll().execute()
    expect(run?.error).toBe('no sheep')
    expect(await runJob(aJob(), runtime, order, '2026-06-01T12:01:00.000Z' as Instant)).toMatchObject({
      ran: true,
    })
  })
})

test.for([
  { when: 'a summer day', tick: '2026-07-01T06:15:00.000Z', due: true },
  { when: 'a summer day an hour later', tick: '2026-07-01T07:15:00.000Z', due: false },
  { when: 'a winter day', tick: '2026-12-01T07:15:00.000Z', due: true },
  { when: 'a winter day an hour earlier', tick: '2026-12-01T06:15:00.000Z', due: false },
  { when: 'the day the clocks go forward', tick: '2026-03-29T06:15:00.000Z', due: true },
  { when: 'the day the clocks go back', tick: '2026-10-25T07:15:00.000Z', due: true },
])('a job for seven in London is due: $due at $tick, $when', ({ tick, due }) => {
  expect(isDue(aJob({ londonHour: 7 }), tick as Instant)).toBe(due)
})
