import * as z from 'zod'
import {
  dayOf,
  daysBetween,
  endOfDay,
  type Instant,
  type IsoDate,
  instantAt,
  instantOf,
  isIsoDate,
  isLocalTime,
  LONDON,
  type LocalTime,
  sayDate,
  sayTime,
} from '../base/date.ts'

export const Day = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), {
  error: 'is not a date like 2026-06-03',
})
export const Time = z.custom<LocalTime>((value) => typeof value === 'string' && isLocalTime(value), {
  error: 'is not a time like 09:30',
})

/** No funder sets a date beyond these; one that stands there means something else. */
const EARLIEST_YEAR = 1990
const LATEST_YEAR = 2099
const RealDay = Day.refine(
  (day) => Number(day.slice(0, 4)) >= EARLIEST_YEAR && Number(day.slice(0, 4)) <= LATEST_YEAR,
  {
    error: `is not between ${EARLIEST_YEAR} and ${LATEST_YEAR}`,
  },
)

/** One spell in which bids are taken, in the zone of its deadline. */
export const Round = z.object({
  /** First day; null when the funder does not say. */
  opensOn: RealDay.nullable(),
  /** Last day; null when it has no end that is known. */
  closesOn: RealDay.nullable(),
  /** Null when only the day is stated: then it counts as open until 11:59pm. */
  closesTime: Time.nullable(),
})
export type Round = Readonly<z.infer<typeof Round>>

/**
 * When bids are taken. `fixed` has rounds with an end; `rolling` is always open; `until_spent`
 * closes when the money has gone; `unknown` is what it says. Never a date that nobody chose.
 */
export const Deadline = z.object({
  kind: z.enum(['fixed', 'rolling', 'until_spent', 'unknown']),
  zone: z.string().default(LONDON),
  /** In order of time; every round is kept. */
  rounds: z.array(Round).readonly(),
  /** What the funder adds in words, such as "may close early"; null when nothing. */
  note: z.string().nullable().default(null),
})
export type Deadline = Readonly<z.infer<typeof Deadline>>

export const NO_DEADLINE_KNOWN: Deadline = { kind: 'unknown', zone: LONDON, rounds: [], note: null }

/** One round that ends on that day. */
export const closing = (closesOn: IsoDate, closesTime: LocalTime | null = null): Deadline => ({
  kind: 'fixed',
  zone: LONDON,
  rounds: [{ opensOn: null, closesOn, closesTime }],
  note: null,
})

/** The first moment at which a round no longer takes bids; null when it has no known end. */
export function closesAt({ closesOn, closesTime }: Round, zone: string): Instant | null {
  if (closesOn === null) return null
  return closesTime === null ? endOfDay(closesOn, zone) : instantAt(closesOn, closesTime, zone)
}

/** The first moment of a round; null when the funder does not say, which counts as open already. */
export const opensAt = ({ opensOn }: Round, zone: string): Instant | null =>
  opensOn === null ? null : instantAt(opensOn, '00:00' as LocalTime, zone)

/** The round that is open at that moment, else the next to open; null when all are over or there are none. */
export function currentRound(now: Date, { rounds, zone }: Deadline): Round | null {
  const moment = instantOf(now)
  const ahead = rounds.filter((round) => {
    const end = closesAt(round, zone)
    return end === null || end > moment
  })
  return ahead[0] ?? null
}

/** Whether bids are taken at that moment, before the opening, or no longer. */
export function phaseOf(now: Date, deadline: Deadline): 'before' | 'open' | 'over' {
  if (deadline.rounds.length === 0) return 'open'
  const round = currentRound(now, deadline)
  if (round === null) return deadline.kind === 'fixed' || deadline.kind === 'unknown' ? 'over' : 'open'
  const start = opensAt(round, deadline.zone)
  return start !== null && start > instantOf(now) ? 'before' : 'open'
}

/** Days from today to the last day of the current round; null when it has none. */
export function daysLeft(now: Date, deadline: Deadline): number | null {
  const round = currentRound(now, deadline)
  return round?.closesOn ? daysBetween(dayOf(now), round.closesOn) : null
}

/** All that is known of when bids are taken, past rounds included: the same words at any moment. */
export function sayEveryRound({ kind, rounds, note }: Deadline): string {
  const closings = rounds.flatMap(({ closesOn, closesTime }) =>
    closesOn === null ? [] : [sayClosing(closesOn, closesTime)],
  )
  const openings = rounds.flatMap(({ opensOn }) => (opensOn === null ? [] : [`opens ${sayDate(opensOn)}`]))
  const known = {
    rolling: 'Open all year',
    until_spent: 'Open until the money is spent',
    fixed: '',
    unknown: '',
  }[kind]
  const parts = [known, ...openings, ...closings, note ?? ''].filter((part) => part !== '')
  return parts.length === 0 ? 'Closing date not stated' : parts.join('; ')
}

const sayClosing = (day: IsoDate, time: LocalTime | null): string =>
  time === null ? sayDate(day) : `${sayDate(day)} at ${sayTime(time)}`

/** The deadline as a reader needs it, honest about what is not stated. */
export function sayDeadline(now: Date, deadline: Deadline): string {
  if (deadline.kind === 'rolling') return 'Open all year, no closing date'
  if (deadline.kind === 'until_spent') return 'Open until the money is spent'
  const round = currentRound(now, deadline) ?? deadline.rounds.at(-1)
  if (!round?.closesOn) return 'Closing date not stated'
  if (round.closesTime !== null) return sayClosing(round.closesOn, round.closesTime)
  const advice = round.closesOn > dayOf(now) ? 'send it the day before' : 'send it now'
  return `${sayDate(round.closesOn)}, time not stated: ${advice}`
}
