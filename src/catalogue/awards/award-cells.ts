import { type Cell, readDay, readMoney, readYesNo } from '../../base/cells.ts'
import { addDays, dayOf, type IsoDate, isIsoDate, isoDate } from '../../base/date.ts'

const WITH_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i
/** Days since the end of 1899, as spreadsheets count them: from 1954 to 2064. */
const SERIAL = /^([2-5]\d{4})(?:\.\d+)?$/
const CLOCK = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/**
 * The day of a date as publishers write it: a day, a day and time (in London, when it has a zone), a
 * month or year, for which its first day stands, or the number that a spreadsheet has for a day.
 *
 * @example readAwardDay('2019-10-03T23:30:00Z'), readAwardDay('03/10/2019 00:00'), readAwardDay('43741')
 */
export function readAwardDay(text: string): Cell<IsoDate> {
  const words = text.trim()
  if (WITH_ZONE.test(words)) return zoned(words)
  const serial = SERIAL.exec(words)?.[1]
  if (serial !== undefined) return { ok: true, value: addDays(isoDate('1899-12-30'), Number(serial)) }
  const part = /^(\d{4})(?:-(\d{2}))?$/.exec(words)
  const day = part ? `${part[1]}-${part[2] ?? '01'}-01` : words.replace(CLOCK, '')
  return readDay(day)
}

function zoned(words: string): Cell<IsoDate> {
  const moment = new Date(words)
  const exists = isIsoDate(words.slice(0, 10)) && Number.isFinite(moment.getTime())
  return exists ? { ok: true, value: dayOf(moment) } : { ok: false, wants: 'a date like 2026-06-03' }
}

/** An amount as publishers write it, in minor units, to the nearest: any number of decimals, and signs of currencies. */
export function readAwardAmount(text: string): Cell<number> {
  // A pound sign that was read in the wrong encoding has another letter before it.
  const words = text.trim().replace(/^(?:Â?£|€|\$)\s*/, '')
  if (/^(?:-|\()\s*(?:Â?£|€|\$)?\s*\d/.test(words)) {
    return { ok: false, wants: 'an award: money that was taken back is none' }
  }
  const isFiner = /^[\d,]+\.\d{3,}$/.test(words)
  return readMoney(isFiner ? Number(words.replaceAll(',', '')).toFixed(2) : words)
}

/** Whether an award came from an open call, as publishers say it; null when it is not said, or cannot be read. */
export function readOpenCall(text: string): boolean | null {
  const answer = readYesNo(text)
  return answer.ok ? answer.value : null
}
