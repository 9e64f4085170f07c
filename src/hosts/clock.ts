import cron from 'node-cron'
import type { Job } from '../../jobs/job.ts'
import { isDue, runJob } from '../../jobs/run-job.ts'
import { instantOf } from '../base/date.ts'
import type { Runtime } from '../runtime.ts'

/** Runs each job at the ticks of its cron, in UTC. @returns what stops the clock */
export function startClock(jobs: readonly Job[], runtime: Runtime): () => void {
  const tasks = jobs.flatMap((job) =>
    job.cron === null
      ? []
      : [
          cron.schedule(job.cron, ({ date }) => tick(job, runtime, date), {
            name: job.name,
            timezone: 'UTC',
            noOverlap: true,
          }),
        ],
  )
  return () => {
    for (const task of tasks) void task.destroy()
  }
}

/** One tick of the clock: the minute that was meant, the same in every process. */
async function tick(job: Job, runtime: Runtime, date: Date): Promise<void> {
  const minute = instantOf(new Date(Math.floor(date.getTime() / 60_000) * 60_000))
  if (!isDue(job, minute)) return
  // A failed job has been logged and recorded; the clock goes on.
  await runJob(job, runtime, { byHand: false, argument: null }, minute).catch(() => {})
}
