import { addMs, dayAndTimeIn, type Instant, instantOf, LONDON } from '../src/base/date.ts'
import { messageOf } from '../src/base/errors.ts'
import type { Facts } from '../src/base/log.ts'
import { addJobRun, releaseLease, takeLease } from '../src/db/job-runs.ts'
import type { Runtime } from '../src/runtime.ts'
import type { Job, Order } from './job.ts'

/** How long a run may go on before another process may take its place: longer than any budget. */
const LEASE_MS = 15 * 60_000

export type JobOutcome =
  | { readonly ran: true; readonly counts: Facts; readonly ms: number }
  /** Somebody else runs it or has run that tick; at the latest then it can be run again. */
  | { readonly ran: false; readonly freeAt: Instant }

/**
 * Runs a job for one tick of the clock, once, whatever the number of processes, and records how
 * it went.
 *
 * @param tick - the moment for which it runs: a tick that has been run is not run again
 * @throws what the job threw, after it has been recorded
 */
export async function runJob(
  job: Job,
  runtime: Runtime,
  order: Order,
  tick: Instant = instantOf(runtime.now()),
): Promise<JobOutcome> {
  const { db, log, newId } = runtime
  const started = runtime.now()
  const startedAt = instantOf(started)
  const lease = { job: job.lease ?? job.name, tick, holder: newId(), expiresAt: addMs(startedAt, LEASE_MS) }
  const held = await takeLease(db, startedAt, lease).catch((error: unknown) => {
    log.error('job.not_started', error, { job: job.name })
    throw error
  })
  if (held.holder !== lease.holder) return { ran: false, freeAt: held.expiresAt }

  const finish = async (counts: Facts, error: string | null) => {
    const now = runtime.now()
    const ms = now.getTime() - started.getTime()
    const run = { id: newId(), job: job.name, startedAt, ms, counts, error }
    await db.commit([addJobRun(db, run), releaseLease(db, instantOf(now), lease)])
    return ms
  }
  try {
    const counts = await job.run(runtime, order)
    const ms = await finish(counts, null)
    log.info('job.finished', { job: job.name, ms, ...counts })
    return { ran: true, counts, ms }
  } catch (error) {
    log.error('job.failed', error, { job: job.name })
    // When even that cannot be recorded, what went wrong first is still what is told.
    await finish({}, messageOf(error)).catch((second) =>
      log.error('job.not_recorded', second, { job: job.name }),
    )
    throw error
  }
}

/** Whether the clock should run the job at this tick of its cron. */
export const isDue = ({ londonHour }: Job, tick: Instant): boolean =>
  londonHour === null || Number(dayAndTimeIn(LONDON, tick).time.slice(0, 2)) === londonHour
