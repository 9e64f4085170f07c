import { addDays, daysBetween, type IsoDate, sayDate } from '../base/date.ts'
import { closing, type Deadline, NO_DEADLINE_KNOWN } from '../domain/deadline.ts'
import { type Moment, readMoment } from './moment.ts'
import type { Tender } from './ocds-schema.ts'

/** A closing date further off than this stands for "no closing date". */
const FAR_DAYS = 5 * 365 + 1
/** What some systems write for "none". */
const NO_DATE = /^0001-01-01/

/** Either the deadline, or the text that could not be read as one. */
export type ReadDeadline = { readonly deadline: Deadline } | { readonly unreadable: string }

/**
 * When bids close: the end of the tender period, or of the earliest lot when the notice has none.
 *
 * @param released - the notice's own day
 * @param zIsLocal - whether `Z` means London
 */
export function readDeadline(
  { tenderPeriod, lots }: Tender,
  released: IsoDate,
  zIsLocal: boolean,
): ReadDeadline {
  const stated = [tenderPeriod.endDate ?? lots.map((lot) => lot.tenderPeriod.endDate)]
    .flat()
    .filter((text) => text !== null && !NO_DATE.test(text))
  const moments: Moment[] = []
  for (const text of stated) {
    const moment = readMoment(text ?? '', zIsLocal)
    if (moment === null) return { unreadable: text ?? '' }
    moments.push(moment)
  }
  const [first] = moments.sort((a, b) => (a.at < b.at ? -1 : 1))
  return { deadline: first ? deadlineAt(first, released) : NO_DEADLINE_KNOWN }
}

function deadlineAt(moment: Moment, released: IsoDate): Deadline {
  const deadline = closingAt(moment)
  const last = deadline.rounds[0]?.closesOn ?? released
  if (daysBetween(released, last) <= FAR_DAYS) return deadline
  return {
    ...NO_DEADLINE_KNOWN,
    kind: 'rolling',
    note: `The notice gives ${sayDate(last)} as its closing date`,
  }
}

/**
 * The last second of a day, and the first, are what portals fill in when only the day was given: the
 * first belongs to the day before. They count on the clock as written, and on London's.
 */
function closingAt({ day, time, writtenDay, writtenTime }: Moment): Deadline {
  if (time === null || writtenTime === '23:59:59') return closing(writtenDay)
  if (writtenTime === '00:00:00') return closing(addDays(writtenDay, -1))
  if (time === '00:00') return closing(addDays(day, -1))
  const isLastSecond = time === '23:59' && writtenTime?.endsWith(':59')
  return closing(day, isLastSecond ? null : time)
}
