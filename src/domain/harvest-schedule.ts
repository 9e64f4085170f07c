import { addMs, type Instant, instantOf } from '../base/date.ts'
import type { Failure } from './pause.ts'

/** A job that harvests the sources of its kind that are due. */
export interface CollectJob {
  /** As `npm run job` knows it. */
  readonly name: string
  /** Of every hour, at which the clock starts it. */
  readonly minute: number
}

export const COLLECT_OPPORTUNITIES: CollectJob = { name: 'collect-opportunities', minute: 5 }
/** Apart from the opportunities: a large list must not make them wait. */
export const COLLECT_AWARDS: CollectJob = { name: 'collect-awards', minute: 50 }

/** Ticks come a little early or late; a source that is due within this time is due. */
const SLACK_MS = 5 * 60_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** What decides when a source is harvested. */
interface Schedule {
  readonly everyHours: number
  /** When it was last read to its end; null when it never was. */
  readonly lastGoodAt: Instant | null
  /** The harvests that have failed since one went well, newest first: as many as matter. */
  readonly failures: readonly Pick<Failure, 'at'>[]
}

/**
 * The first moment at which a source may be harvested again: its hours after it was last read to its end, and after
 * failures in a row 1, 2, 4 and 8 hours after the newest, so that a bad night is not five of them.
 *
 * @returns null when it is due at once
 */
export function dueAt({ everyHours, lastGoodAt, failures }: Schedule): Instant | null {
  const [newest] = failures
  const moments = [
    ...(lastGoodAt === null ? [] : [addMs(lastGoodAt, everyHours * HOUR_MS - SLACK_MS)]),
    ...(newest === undefined ? [] : [addMs(newest.at, 2 ** (failures.length - 1) * HOUR_MS - SLACK_MS)]),
  ]
  return moments.toSorted().at(-1) ?? null
}

/**
 * The tick of the clock at which a source is next asked for something: the first after now at which it
 * is due and has not asked for silence.
 *
 * @param job - the one that harvests it
 * @param notBefore - until when it asked for silence; null when it did not
 */
export function nextHarvestAt(
  now: Date,
  { job, notBefore, ...schedule }: Schedule & { job: CollectJob; notBefore: Instant | null },
): Instant {
  const earliest = Math.max(
    now.getTime() + 1,
    ...[dueAt(schedule), notBefore].flatMap((moment) => (moment === null ? [] : [Date.parse(moment)])),
  )
  const past = job.minute * MINUTE_MS
  return instantOf(new Date(Math.ceil((earliest - past) / HOUR_MS) * HOUR_MS + past))
}
