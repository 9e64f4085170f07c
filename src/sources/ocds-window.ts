import * as z from 'zod'
import {
  addMonths,
  addMs,
  dayAndTimeIn,
  dayOf,
  type Instant,
  type IsoDate,
  instantAt,
  instantOf,
  LONDON,
  localTime,
} from '../base/date.ts'
import type { OcdsSettings } from './ocds-settings.ts'

const InstantText = z.custom<Instant>(
  (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)) && value.endsWith('Z'),
)

/**
 * How far a harvest has come. Everything before `from` has been read; `to` is null between windows.
 * Inside one, `next` is the page to read now, null for its first, and `page` how many are done.
 */
const State = z.object({
  from: InstantText,
  to: InstantText.nullable(),
  next: z.string().nullable(),
  page: z.int().nonnegative(),
})
export type OcdsState = Readonly<z.infer<typeof State>>

export interface Window {
  readonly from: Instant
  readonly to: Instant
  /** Where to begin: null for the first page. */
  readonly next: string | null
  readonly page: number
}

const HOUR_MS = 3_600_000

/**
 * The window to begin a harvest with. A half-read one is gone on with; otherwise a window starts a
 * little before the end of the last one, or at the first harvest as far back as the settings say. A
 * state that cannot be read counts as a first harvest.
 */
export function firstWindow(state: unknown, now: Instant, settings: OcdsSettings): Window {
  const { data } = State.safeParse(state)
  if (!data) return windowFrom(addMs(now, -settings.lookbackDays * 24 * HOUR_MS), now, settings)
  const { from, to, next, page } = data
  if (to !== null) return { from, to, next, page }
  return windowFrom(addMs(from < now ? from : now, -settings.overlapMinutes * 60_000), now, settings)
}

/**
 * The window that starts at `from`, cut to whole seconds, and ends at `now` at the latest. Of a source
 * that is asked for months it is the rest of that month in London, which is read whole.
 */
export function windowFrom(from: Instant, now: Instant, settings: OcdsSettings): Window {
  const start = wholeSecond(from)
  const end = settings.monthParam === null ? addMs(start, settings.windowHours * HOUR_MS) : endOfMonth(start)
  const latest = wholeSecond(now)
  return { from: start, to: end < latest ? end : latest, next: null, page: 0 }
}

/** Whether nothing is left to read after the window. */
export const isLastWindow = ({ to }: Window, now: Instant): boolean => to >= wholeSecond(now)

/** The address of a window's first page. */
export function addressOf(url: string, { from, to }: Window, settings: OcdsSettings): string {
  const address = new URL(url)
  const params = { ...settings.params, ...(monthOf(from, settings) ?? spanOf(from, to, settings)) }
  for (const [name, value] of Object.entries(params)) address.searchParams.set(name, value)
  // Both are allowed in a query, and some servers do not undo their escapes.
  return address.href.replaceAll('%3A', ':').replaceAll('%2C', ',')
}

type Params = Readonly<Record<string, string>>

function monthOf(from: Instant, { monthParam }: OcdsSettings): Params | null {
  if (monthParam === null) return null
  const [year, month] = dayOf(from).split('-')
  return { [monthParam]: `${month}-${year}` }
}

function spanOf(from: Instant, to: Instant, settings: OcdsSettings): Params {
  const [start, end] = settings.timeFormat === 'utc' ? [inUtc(from), inUtc(to)] : londonSpan(from, to)
  return {
    ...(settings.stages ? { stages: settings.stages.join(',') } : {}),
    [settings.fromParam]: start,
    [settings.toParam]: end,
    limit: String(settings.limit),
  }
}

/** The first moment of the next month in London. */
function endOfMonth(moment: Instant): Instant {
  const first = `${dayOf(moment).slice(0, 7)}-01` as IsoDate
  return instantAt(addMonths(first, 1), localTime('00:00'))
}

const inUtc = (moment: Instant): string => moment.replace(/\.\d+Z$/, 'Z')

/** In the hour that the autumn clock change repeats, the end could show an earlier time than the start. */
function londonSpan(from: Instant, to: Instant): [start: string, end: string] {
  const [start, end] = [inLondon(from), inLondon(to)]
  return start < end ? [start, end] : [inLondon(addMs(from, -HOUR_MS)), end]
}

function inLondon(moment: Instant): string {
  const { day, time } = dayAndTimeIn(LONDON, moment)
  return `${day}T${time}:${moment.slice(17, 19)}`
}

const wholeSecond = (moment: Instant): Instant =>
  instantOf(new Date(Math.floor(Date.parse(moment) / 1000) * 1000))
