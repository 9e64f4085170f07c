import { Temporal } from 'temporal-polyfill'
import { AppError } from './errors.ts'

/** A calendar day, `2026-06-03`. */
export type IsoDate = string & { readonly __brand: 'IsoDate' }

/** A moment in UTC to the millisecond, `2026-06-03T11:00:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __brand: 'Instant' }

/** A wall-clock time, `09:30`, 00:00 to 23:59. */
export type LocalTime = string & { readonly __brand: 'LocalTime' }

/** The zone in which people here read and write times. */
export const LONDON = 'Europe/London'

/** @throws AppError `invalid` when the text is not a day that exists, written `YYYY-MM-DD`. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new AppError('invalid', `${text} is not a date like 2026-06-03`)
  return text
}

export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

export function isLocalTime(text: string): text is LocalTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** @throws AppError `invalid` when the text is not a time from 00:00 to 23:59. */
export function localTime(text: string): LocalTime {
  if (!isLocalTime(text)) throw new AppError('invalid', `${text} is not a time like 09:30`)
  return text
}

/** @throws RangeError when the date is not valid. */
export const instantOf = (date: Date): Instant => date.toISOString() as Instant

/** The calendar day in London at that moment. */
export const dayOf = (moment: Date | Instant): IsoDate => dayAndTimeIn(LONDON, moment).day

/**
 * What a calendar and a clock in the zone show at that moment.
 *
 * @param zone - an IANA zone name
 */
export function dayAndTimeIn(zone: string, moment: Date | Instant): { day: IsoDate; time: LocalTime } {
  const iso = typeof moment === 'string' ? moment : instantOf(moment)
  const there = Temporal.Instant.from(iso).toZonedDateTimeISO(zone)
  return {
    day: there.toPlainDate().toString() as IsoDate,
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }) as LocalTime,
  }
}

/**
 * The moment at which a wall clock in the zone shows that day and time. A time that the spring
 * clock change skips is read as one hour later; one that occurs twice in autumn is the first.
 */
export function instantAt(day: IsoDate, time: LocalTime, zone: string = LONDON): Instant {
  const there = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone)
  return instantOf(new Date(there.epochMilliseconds))
}

/** The moment at which the day is over in the zone: the first of the next day. */
export const endOfDay = (day: IsoDate, zone: string = LONDON): Instant =>
  instantAt(addDays(day, 1), '00:00' as LocalTime, zone)

/** @param days - may be negative */
export const addDays = (day: IsoDate, days: number): IsoDate =>
  Temporal.PlainDate.from(day).add({ days }).toString() as IsoDate

/**
 * The same day of a later month, or its last day where it is shorter. By hand: it is asked millions of times.
 *
 * @param months - not negative
 * @example addMonths(isoDate('2027-01-31'), 1) // '2027-02-28'
 */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const month = Number(day.slice(5, 7)) - 1 + months
  const year = Number(day.slice(0, 4)) + Math.floor(month / 12)
  const longest = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate()
  const date = Math.min(Number(day.slice(8)), longest)
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}` as IsoDate
}

/** Days from one day to the other; negative when `to` is the earlier one. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** @param ms - may be negative */
export const addMs = (moment: Instant, ms: number): Instant => instantOf(new Date(Date.parse(moment) + ms))

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** @example sayDate(isoDate('2026-06-03')) // '3 June 2026' */
export function sayDate(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** @example sayMonths(24) // '2 years', sayMonths(18) // '18 months' */
export function sayMonths(months: number): string {
  const [many, unit] = months > 0 && months % 12 === 0 ? [months / 12, 'year'] : [months, 'month']
  return `${many} ${unit}${many === 1 ? '' : 's'}`
}

/** @example sayTime(localTime('17:30')) // '5:30pm' */
export function sayTime(time: LocalTime): string {
  if (time === '12:00') return 'midday'
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const half = hour < 12 ? 'am' : 'pm'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${half}`
}

/** A moment as people in London say it. @example '3 June 2026 at 9:05am' */
export function sayInstant(moment: Instant): string {
  const { day, time } = dayAndTimeIn(LONDON, moment)
  return `${sayDate(day)} at ${sayTime(time)}`
}
