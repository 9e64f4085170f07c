import type { IsoDate } from '../base/date.ts'
import { EXTENDED, INTEREST } from './deadline-words.ts'
import { doubted, type Finding, isSure } from './finding.ts'

/**
 * A day with its time stands for the day alone; a day that bids close on makes "at any time" doubtful.
 *
 * @param found - the deadlines, each once
 * @param all - every find of the text, so with each sentence that says a day
 */
export function settleDeadlines(found: readonly Finding[], all: readonly Finding[]): readonly Finding[] {
  const days = found.flatMap((one) => fixedOf(one) ?? [])
  const timed = new Set(days.filter(({ time }) => time !== null).map(({ day }) => day))
  const isDoubtful = doubtsOf(all)
  return found.flatMap((one) => {
    const value = fixedOf(one)
    if (value === null) return [days.some((day) => day.isSure) ? doubted(one) : one]
    if (value.time === null && timed.has(value.day)) return []
    return [isDoubtful(value.day) ? doubted(one) : one]
  })
}

const fixedOf = (one: Finding) =>
  one.field === 'deadline' && one.value.kind === 'fixed' ? { ...one.value, isSure: isSure(one) } : null

/**
 * Which days are doubtful beside others: those after the day for expressions of interest, and that
 * day too when another comes before it; those before a day that a deadline was put off to.
 */
function doubtsOf(all: readonly Finding[]): (day: IsoDate) => boolean {
  const sure = all.filter(isSure)
  const interest = daysIn(sure.filter(({ quote }) => INTEREST.test(quote)))
  const others = daysIn(sure).filter((day) => !interest.includes(day))
  const isOutOfTurn = interest.some((day) => others.some((other) => other < day))
  const putOff = daysIn(sure.filter(({ quote }) => EXTENDED.test(quote)))
  return (day) =>
    (interest.length > 0 && (isOutOfTurn || !interest.includes(day))) ||
    (!putOff.includes(day) && putOff.some((newer) => day < newer))
}

const daysIn = (found: readonly Finding[]): readonly IsoDate[] =>
  found.flatMap((one) => fixedOf(one)?.day ?? [])
