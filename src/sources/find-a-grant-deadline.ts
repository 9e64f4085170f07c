import { addDays, dayOf, daysBetween, type Instant, type IsoDate, sayDate } from '../base/date.ts'
import { closing, type Deadline, NO_DEADLINE_KNOWN } from '../domain/deadline.ts'
import type { GrantFields } from './find-a-grant-schema.ts'
import { LONG_AGO } from './list-record.ts'
import { type Moment, readMoment } from './moment.ts'

/** A closing date further off than this stands for "no closing date". */
const FAR_DAYS = 5 * 365 + 1

/** The spell in which a grant takes bids, or its fault: "an opening date that cannot be read: soon". */
export function readGrantDeadline(
  { grantApplicationOpenDate: opens, grantApplicationCloseDate: closes }: GrantFields,
  readAt: Instant,
): Deadline | string {
  const opening = momentOf(opens)
  if (opening === 'unreadable') return `an opening date that cannot be read: ${opens}`
  const end = momentOf(closes)
  if (end === 'unreadable') return `a closing date that cannot be read: ${closes}`
  return deadlineOf(opening?.day ?? null, end, readAt)
}

/** A time without a zone is London's. Null for no date. */
const momentOf = (text: string | null): Moment | null | 'unreadable' =>
  text === null ? null : (readMoment(text, false) ?? 'unreadable')

function deadlineOf(opensOn: IsoDate | null, end: Moment | null, readAt: Instant): Deadline {
  const opening = opensOn === null ? [] : [{ opensOn, closesOn: null, closesTime: null }]
  if (end === null) return { ...NO_DEADLINE_KNOWN, rounds: opening }
  if (isFar(opensOn, end.day, readAt)) {
    const note = `The list gives ${sayDate(end.day)} as its closing date`
    return { ...NO_DEADLINE_KNOWN, kind: 'rolling', rounds: opening, note }
  }
  // The first minute of a day belongs to the day before, where the site shows it too.
  const isMidnight = end.time === '00:00'
  const { rounds, ...deadline } = isMidnight ? closing(addDays(end.day, -1)) : closing(end.day, end.time)
  return { ...deadline, rounds: rounds.map((round) => ({ ...round, opensOn })) }
}

/** Counted from its opening, or from when it was read if that is later; never of one that was not just read. */
function isFar(opensOn: IsoDate | null, day: IsoDate, readAt: Instant): boolean {
  const today = dayOf(readAt)
  const since = opensOn !== null && opensOn > today ? opensOn : today
  return readAt > LONG_AGO && daysBetween(since, day) > FAR_DAYS
}
