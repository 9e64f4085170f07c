import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { Facts } from '../base/log.ts'
import type { Database, Statement } from './database.ts'

export interface Lease {
  readonly job: string
  /** The moment for which the job runs: each runs once. */
  readonly tick: Instant
  readonly holder: string
  readonly expiresAt: Instant
}

/**
 * Takes the job for one tick, if nobody runs it and nobody has run that tick.
 *
 * @returns the lease that holds now: the one asked for, or somebody else's
 */
export async function takeLease(db: Database, now: Instant, lease: Lease): Promise<Lease> {
  const row = { tick: lease.tick, holder: lease.holder, expires_at: lease.expiresAt }
  await db.commit([
    db.query
      .insertInto('job_leases')
      .values({ job: lease.job, ...row })
      .onConflict((conflict) =>
        conflict
          .column('job')
          .doUpdateSet(row)
          .where(sql<SqlBool>`job_leases.tick < excluded.tick AND job_leases.expires_at <= ${now}`),
      ),
  ])
  const held = await db.query
    .selectFrom('job_leases')
    .selectAll()
    .where('job', '=', lease.job)
    .executeTakeFirstOrThrow()
  return {
    job: held.job,
    tick: held.tick as Instant,
    holder: held.holder,
    expiresAt: held.expires_at as Instant,
  }
}

/** Gives the job back; the tick stays taken. */
export const releaseLease = ({ query }: Database, now: Instant, { job, holder }: Lease): Statement =>
  query.updateTable('job_leases').set({ expires_at: now }).where('job', '=', job).where('holder', '=', holder)

export interface JobRun {
  readonly id: string
  readonly job: string
  readonly startedAt: Instant
  readonly ms: number
  readonly counts: Facts
  /** Null when it went well. */
  readonly error: string | null
}

export const addJobRun = ({ query }: Database, run: JobRun): Statement =>
  query.insertInto('job_runs').values({
    id: run.id,
    job: run.job,
    started_at: run.startedAt,
    ms: Math.round(run.ms),
    counts: JSON.stringify(run.counts),
    error: run.error,
  })
