import cron from 'node-cron'
import type { Job } from '../../jobs/job.ts'
import { isDue, runJob } from '../../jobs/run-job.ts'
import { instantOf } from '../base/date.ts'
import type { Runtime } from '../runtime.ts'

/**
 * Runs each job at the ticks of its cron, in UTC.
 *
 * @returns what stops the clock; it resolves when the jobs that run have ended
 */
export function startClock(jobs: readonly Job[], runtime: Runtime): () => Promise<void> {
  const running = new Set<Promise<void>>()
  const tasks = jobs.flatMap((job) =>
    job.cron === null
      ? []
      : [
          cron.schedule(job.cron, ({ date }) => watched(running, tick(job, runtime, date)), {
            name: job.name,
            timezone: 'UTC',
            noOverlap: true,
          }),
        ],
  )
  return async () => {
    for (const task of tasks) void task.destroy()
    await Promise.all(running)
  }
}

async function watched(running: Set<Promise<void>>, run: Promise<void>): Promise<void> {
  running.add(run)
  await run
  running.delete(run)
}

/** One tick of the clock: the minute that was meant, the same in every process. */
async function tick(job: Job, runtime: Runtime, date: Date): Promise<void> {
  const minute = instantOf(new Date(Math.floor(date.getTime() / 60_000) * 60_000))
  if (!isDue(job, minute)) return
  // A failed job has been logged and recorded; the clock goes on.
  await runJob(job, runtime, { byHand: false, argument: null }, minute).catch(() => {})
}
