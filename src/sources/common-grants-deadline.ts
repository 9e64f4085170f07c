import { type IsoDate, isIsoDate, isLocalTime, LONDON, type LocalTime } from '../base/date.ts'
import { type Deadline, NO_DEADLINE_KNOWN } from '../domain/deadline.ts'
import { type CommonGrant, type Event, UkDeadline } from './common-grants-schema.ts'

/**
 * When a listed call takes bids, or its fault: "a closing date that cannot be read: soon". Times are of
 * the clock where the call is; an offset that a service adds all the same is left out.
 */
export function readCommonDeadline({ keyDates, customFields }: CommonGrant): Deadline | string {
  const opens = startOf(keyDates.postDate)
  const [day, time] = endOf(keyDates.closeDate)
  if (opens !== null && !isIsoDate(opens)) return `an opening date that cannot be read: ${opens}`
  const zone = zoneOf(customFields.ukDeadline.value)
  if (day === null) return withoutEnd(keyDates.otherDates, opens, zone)
  if (!isIsoDate(day)) return `a closing date that cannot be read: ${day}`
  return {
    ...NO_DEADLINE_KNOWN,
    kind: 'fixed',
    zone,
    rounds: [{ opensOn: opens, closesOn: day, closesTime: timeFrom(time) }],
  }
}

function withoutEnd(
  others: Readonly<Record<string, Event>>,
  opensOn: IsoDate | null,
  zone: string,
): Deadline {
  const rolling = others['rolling']
  return {
    kind: rolling ? 'rolling' : 'unknown',
    zone,
    rounds: opensOn === null ? [] : [{ opensOn, closesOn: null, closesTime: null }],
    note: rolling?.details ?? null,
  }
}

const startOf = ({ date, startDate }: Event): string | null => date ?? startDate
const endOf = ({
  date,
  time,
  endDate,
  endTime,
}: Event): readonly [day: string | null, time: string | null] =>
  date === null ? [endDate, endTime] : [date, time]

/** @example timeFrom('17:00:00Z') // '17:00' */
function timeFrom(time: string | null): LocalTime | null {
  const clock = time?.slice(0, 5) ?? ''
  const isWhole = /^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i.test(time ?? '')
  return isWhole && isLocalTime(clock) && !time?.startsWith('23:59:59') ? clock : null
}

function zoneOf(value: unknown): string {
  const zone = UkDeadline.parse(value).timeZone
  return zone !== null && isZone(zone) ? zone : LONDON
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    return false
  }
}
