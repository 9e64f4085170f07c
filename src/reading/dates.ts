import type { IsoDate } from '../base/date.ts'

/** A day in a folded text. */
export interface DateFound {
  /** Null when the year is not sure, or the day of the week is another. */
  readonly day: IsoDate | null
  readonly at: number
  readonly end: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const WEEKDAY = '(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? (?:the )?)?'
const DAY = '(\\d{1,2})(?: ?(?:st|nd|rd|th))?'
/** A number that is a part of a range, "3 to 10 June", is no day of its own. */
const WRITTEN = new RegExp(`${WEEKDAY}\\b${DAY}(?: day)?(?: of)? ?${MONTH}(?:,? (?:'?(20\\d\\d)\\b))?`, 'g')
const AMERICAN = new RegExp(`${WEEKDAY}\\b${MONTH} ${DAY}\\b(?!:)(?:,? (20\\d\\d)\\b)?`, 'g')
const NUMERIC = new RegExp(`${WEEKDAY}\\b(\\d{1,2})([/.-])(\\d{1,2})\\3(20\\d\\d)\\b`, 'g')
const ISO = /\b(20\d\d)-(\d\d)-(\d\d)\b/g
/** The next such day may be this far off for the day of publication to make its year sure. */
const NEXT_DAYS = 270
const DAY_MS = 86_400_000

interface Parts {
  readonly at: number
  readonly end: number
  readonly weekday: string | undefined
  readonly day: number
  readonly month: number
  readonly year: string | undefined
}

/**
 * Every day that is named, in order. One without a year is the next such day after the publication,
 * when that is within nine months.
 *
 * @param publishedOn - null when it is not known: then a day without a year is not sure
 */
export function datesIn(text: string, publishedOn: IsoDate | null): readonly DateFound[] {
  const parts = [...written(text), ...american(text), ...numeric(text), ...iso(text)].sort(
    (a, b) => a.at - b.at,
  )
  const apart = parts.filter((part, at) => at === 0 || part.at >= (parts[at - 1]?.end ?? 0))
  return apart.map((part) => ({ day: dayFrom(part, publishedOn), at: part.at, end: part.end }))
}

const written = (text: string): Parts[] =>
  [...text.matchAll(WRITTEN)].map((match) => ({
    ...place(match),
    weekday: match[1],
    day: Number(match[2]),
    month: monthFrom(match[3]),
    year: match[4],
  }))

const american = (text: string): Parts[] =>
  [...text.matchAll(AMERICAN)].map((match) => ({
    ...place(match),
    weekday: match[1],
    day: Number(match[3]),
    month: monthFrom(match[2]),
    year: match[4],
  }))

const numeric = (text: string): Parts[] =>
  [...text.matchAll(NUMERIC)].map((match) => ({
    ...place(match),
    weekday: match[1],
    day: Number(match[2]),
    month: Number(match[4]),
    year: match[5],
  }))

const iso = (text: string): Parts[] =>
  [...text.matchAll(ISO)].map((match) => ({
    ...place(match),
    weekday: undefined,
    day: Number(match[3]),
    month: Number(match[2]),
    year: match[1],
  }))

const place = (match: RegExpExecArray) => ({ at: match.index, end: match.index + match[0].length })

const monthFrom = (name = ''): number => MONTHS.indexOf(name.slice(0, 3)) + 1

function dayFrom({ weekday, day, month, year }: Parts, publishedOn: IsoDate | null): IsoDate | null {
  const found = year === undefined ? nextSuch(day, month, publishedOn) : isoFrom(year, month, day)
  if (found === null || weekday === undefined) return found
  return DAYS[new Date(msOf(found)).getUTCDay()] === weekday ? found : null
}

function nextSuch(day: number, month: number, publishedOn: IsoDate | null): IsoDate | null {
  if (publishedOn === null) return null
  const year = Number(publishedOn.slice(0, 4))
  const next = [year, year + 1]
    .map((each) => isoFrom(String(each), month, day))
    .find((each) => each !== null && each >= publishedOn)
  return next !== undefined && next !== null && msOf(next) - msOf(publishedOn) <= NEXT_DAYS * DAY_MS
    ? next
    : null
}

/** Counted by hand: a text has many numbers that look like days, and each is looked at. */
function isoFrom(year: string, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(Number(year), month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? (date.toISOString().slice(0, 10) as IsoDate) : null
}

const msOf = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`)
