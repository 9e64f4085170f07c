import { type IsoDate, instantAt, isIsoDate, isLocalTime, type LocalTime } from '../../base/date.ts'
import { oneLine } from '../../base/text.ts'
import { readMoment } from '../moment.ts'

/** A day in London, with a time where one is said for sure. */
export interface SaidDate {
  readonly day: IsoDate
  readonly time: LocalTime | null
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')

const WEEKDAY = String.raw`(?:(?<weekday>[a-z]{3,9})\.?,?\s+)?`
const NTH = String.raw`(?<date>\d{1,2})(?:st|nd|rd|th)?`
const MONTH = String.raw`(?<month>[a-z]{3,9})\.?`
const YEAR = String.raw`(?<year>\d{4})`
const DATE_FIRST = String.raw`${WEEKDAY}${NTH}\s+(?:of\s+)?${MONTH},?\s+${YEAR}`
const MONTH_FIRST = String.raw`${WEEKDAY}${MONTH}\s+${NTH},?\s+${YEAR}`
const CLOCK = String.raw`(?<noon>(?:12\s*)?(?:noon|midday))|(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s*(?<half>[ap])\.?m\.?|(?<hour24>\d{1,2}):(?<minute24>\d{2})`
const ZONE = String.raw`(?:\s*\(?(?<zone>uk time|uk|london time|london|gmt|bst)\)?)?`
const TIME = `(?:${CLOCK})${ZONE}`

const FORMS = [DATE_FIRST, MONTH_FIRST].flatMap((day) =>
  [
    day,
    String.raw`${day},?\s*(?:at|by|@|-|–)?\s*${TIME}`,
    String.raw`(?:by\s+)?${TIME},?\s*(?:on\s+)?${day}`,
  ].map((form) => new RegExp(`^${form}$`, 'i')),
)

const FIRST_YEAR = 1990
const LAST_YEAR = 2099

/**
 * The one date that a text is, in the forms that funders write: `2026-05-14`, `2026-05-14T16:00:00+01:00`,
 * `14 May 2026 4:00pm UK time`, `noon on Thursday 14th May 2026`, `May 14, 2026`. A text that says
 * anything more, a weekday that the date is not, a date in figures that could be read in two ways,
 * and midnight, which may be either end of a day, are not read.
 *
 * @returns null when the text is no such date; `time` is null too where its zone contradicts the season
 */
export function readDateWords(text: string): SaidDate | null {
  const words = oneLine(text).replace(/[.,;]$/, '')
  return readFigures(words) ?? readSpoken(words)
}

function readFigures(words: string): SaidDate | null {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words)
  if (slashed) {
    const [, date = '', month = '', year = ''] = slashed
    const isPlain = Number(date) > 12 || Number(date) === Number(month)
    return isPlain ? dayFrom(year, Number(month), date) : null
  }
  const moment = readMoment(words, false)
  if (moment === null || !inRange(moment.day)) return null
  const { writtenDay, writtenTime, day, time } = moment
  if (writtenTime === null || writtenTime === '23:59:59') return { day: writtenDay, time: null }
  return time === '00:00' || writtenTime === '00:00:00' ? null : { day, time }
}

function readSpoken(words: string): SaidDate | null {
  for (const form of FORMS) {
    const parts = form.exec(words)?.groups
    if (parts) return fromParts(parts)
  }
  return null
}

type Parts = Readonly<Partial<Record<string, string>>>

function fromParts({ weekday, date = '', month = '', year = '', ...clock }: Parts): SaidDate | null {
  const said = dayFrom(year, numberOf(month, MONTHS) + 1, date)
  if (said === null || !isThatWeekday(said.day, weekday)) return null
  if (clock['noon'] === undefined && clock['hour'] === undefined && clock['hour24'] === undefined) return said
  const time = timeFrom(clock)
  if (time === null) return null
  return { day: said.day, time: fitsZone(said.day, time, clock['zone']) ? time : null }
}

function dayFrom(year: string, month: number, date: string): SaidDate | null {
  const day = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  return isIsoDate(day) && inRange(day) ? { day, time: null } : null
}

const inRange = (day: IsoDate): boolean => {
  const year = Number(day.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** The place of a name, or of its first three letters or more, in a list; -1 when it is not there. */
const numberOf = (name: string, names: readonly string[]): number =>
  name.length < 3 ? -1 : names.findIndex((whole) => whole.startsWith(name.toLowerCase()))

const isThatWeekday = (day: IsoDate, weekday: string | undefined): boolean =>
  weekday === undefined || numberOf(weekday, WEEKDAYS) === new Date(`${day}T12:00:00Z`).getUTCDay()

function timeFrom({ noon, hour, minute, half, hour24, minute24 }: Parts): LocalTime | null {
  if (noon !== undefined) return '12:00' as LocalTime
  const hours = half === undefined ? Number(hour24) : hoursOf(Number(hour), half.toLowerCase() === 'p')
  const time = `${String(hours).padStart(2, '0')}:${minute24 ?? minute ?? '00'}`
  return isLocalTime(time) && time !== '00:00' ? time : null
}

/** Of a clock of twelve hours; 24, which is no hour, for a number that such a clock does not have. */
const hoursOf = (hour: number, isAfternoon: boolean): number =>
  hour < 1 || hour > 12 ? 24 : (hour % 12) + (isAfternoon ? 12 : 0)

/** Whether the clock in London goes by that zone on that day: in summer 4pm GMT is 5pm in London. */
function fitsZone(day: IsoDate, time: LocalTime, zone: string | undefined): boolean {
  const name = zone?.toLowerCase()
  if (name !== 'gmt' && name !== 'bst') return true
  const isWinter = instantAt(day, time).slice(11, 16) === time
  return isWinter === (name === 'gmt')
}
