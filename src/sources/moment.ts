import {
  dayAndTimeIn,
  type Instant,
  type IsoDate,
  instantAt,
  instantOf,
  isIsoDate,
  isLocalTime,
  LONDON,
  type LocalTime,
} from '../base/date.ts'

/** A date of a notice, read by the rules of its source. */
export interface Moment {
  /** Of a bare date, the first moment of the day in London. */
  readonly at: Instant
  /** On the calendar and clock of London; `time` is null for a bare date. */
  readonly day: IsoDate
  readonly time: LocalTime | null
  /** As written: the day, and the time with its seconds; null for a bare date. */
  readonly writtenDay: IsoDate
  readonly writtenTime: string | null
}

const PARTS =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*(Z|[+-]\d{2}:?\d{2}))?)?$/i
const MIDNIGHT = '00:00' as LocalTime

/**
 * Reads a day, or a day with a time. A time without a zone is London's.
 *
 * @param zIsLocal - whether `Z` means London, as some sources write it
 * @returns null when the text is no such thing
 */
export function readMoment(text: string, zIsLocal: boolean): Moment | null {
  const [, writtenDay = '', clock = '', seconds = '00', zone = ''] = PARTS.exec(text.trim()) ?? []
  if (!isIsoDate(writtenDay)) return null
  if (clock === '') {
    return { at: instantAt(writtenDay, MIDNIGHT), day: writtenDay, time: null, writtenDay, writtenTime: null }
  }
  if (!isLocalTime(clock) || Number(seconds) > 59) return null
  const writtenTime = `${clock}:${seconds}`
  const inLondon = zone === '' || (zIsLocal && zone.toUpperCase() === 'Z')
  if (inLondon)
    return { at: instantAt(writtenDay, clock), day: writtenDay, time: clock, writtenDay, writtenTime }
  const ms = Date.parse(`${writtenDay}T${writtenTime}${withColon(zone)}`)
  if (Number.isNaN(ms)) return null
  const at = instantOf(new Date(ms))
  return { at, ...dayAndTimeIn(LONDON, at), writtenDay, writtenTime }
}

/** `+0100` as `+01:00`, which is what every parser takes. */
const withColon = (zone: string): string =>
  zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
