import { type IsoDate, isIsoDate, isLocalTime, LONDON, type LocalTime } from '../../base/date.ts'
import { closing, type Deadline, NO_DEADLINE_KNOWN } from '../../domain/deadline.ts'
import type { HandFault, HandForm } from '../../domain/hand-form.ts'

type Boxes = Pick<HandForm, 'deadline' | 'day' | 'month' | 'year' | 'time'>

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const EARLIEST_YEAR = 2000
const LATEST_YEAR = 2099

/** The closing that the boxes say, or what is wrong with them. */
export function readClosing(boxes: Boxes): Deadline | HandFault {
  switch (boxes.deadline) {
    case '':
      return { field: 'deadline', text: 'Choose when it closes' }
    case 'fixed':
      return readLastDay(boxes)
    case 'unknown':
      return NO_DEADLINE_KNOWN
    default:
      return { kind: boxes.deadline, zone: LONDON, rounds: [], note: null }
  }
}

function readLastDay({ day, month, year, time }: Boxes): Deadline | HandFault {
  if (`${day}${month}${year}`.trim() === '') return { field: 'day', text: 'Enter the closing date' }
  const lastDay = dayFrom(day.trim(), month.trim(), year.trim())
  if (lastDay === null)
    return { field: 'day', text: 'The closing date must be a real date, such as 27 3 2027' }
  const lastTime = readTime(time)
  return lastTime === undefined
    ? { field: 'time', text: 'The time must be like 12:00, 5pm or noon, or empty when it is not stated' }
    : closing(lastDay, lastTime)
}

function dayFrom(day: string, month: string, year: string): IsoDate | null {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const number = named > 0 ? String(named) : month
  const iso = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`
  const isLikely = Number(year) >= EARLIEST_YEAR && Number(year) <= LATEST_YEAR
  return isIsoDate(iso) && isLikely ? iso : null
}

/** Null for none, undefined for one that cannot be read. Midnight may be either end of a day, so it is not read. */
function readTime(text: string): LocalTime | null | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, '')
  if (words === '') return null
  if (/^(?:12)?(?:noon|midday)$/.test(words)) return '12:00' as LocalTime
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(words)
  const [, hours = '', minutes, half] = parts ?? []
  if (parts === null || (minutes === undefined && half === undefined)) return undefined
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half)
  const time = `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`
  return isLocalTime(time) && time !== '00:00' ? time : undefined
}

/** Of a clock of twelve hours; 24, which is no hour, for a number that it does not have. */
const hourOf = (hour: number, half: string): number =>
  hour < 1 || hour > 12 ? 24 : (hour % 12) + (half === 'pm' ? 12 : 0)
