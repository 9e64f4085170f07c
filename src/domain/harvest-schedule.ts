import { addMs, type Instant, instantOf } from '../base/date.ts'

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

/** The first moment at which a source may be harvested again. @param lastGoodAt - when it was last read to its end */
export const dueAt = (everyHours: number, lastGoodAt: Instant): Instant =>
  addMs(lastGoodAt, everyHours * HOUR_MS - SLACK_MS)

/**
 * The tick of the clock at which a source is next asked for something: the first after now at which it
 * is due and has not asked for silence.
 *
 * @param job - the one that harvests it
 * @param lastGoodAt - null when it was never read to its end, which makes it due at once
 * @param notBefore - until when it asked for silence; null when it did not
 */
export function nextHarvestAt(
  now: Date,
  {
    job,
    everyHours,
    lastGoodAt,
    notBefore,
  }: { job: CollectJob; everyHours: number; lastGoodAt: Instant | null; notBefore: Instant | null },
): Instant {
  const due = lastGoodAt === null ? null : dueAt(everyHours, lastGoodAt)
  const earliest = Math.max(
    now.getTime() + 1,
    ...[due, notBefore].flatMap((moment) => (moment === null ? [] : [Date.parse(moment)])),
  )
  const past = job.minute * MINUTE_MS
  return instantOf(new Date(Math.ceil((earliest - past) / HOUR_MS) * HOUR_MS + past))
}
