import { daysBetween, type IsoDate } from '../../base/date.ts'
import { overlaps } from '../../domain/area.ts'
import type { Comparable } from './comparable.ts'
import { compareWords, type Likeness } from './likeness.ts'
import { areOtherRounds } from './rounds.ts'
import { DUPLICATES } from './thresholds.ts'

/** Whether a fact is said by both alike, by both otherwise, or not by both. */
export type Agreement = 'agrees' | 'differs' | 'not_said'

/** What two records say of each point that is compared. */
export interface Points {
  readonly title: Likeness
  /** Whether the titles name another year, season, round or lot. */
  readonly otherRound: boolean
  readonly funder: Agreement
  /** Whether the own page of one is the page of the other, or where that leads to apply. */
  readonly link: Agreement
  /** Many calls are applied for at one address, so that this proves nothing. */
  readonly applyLink: Agreement
  readonly deadline: Agreement
  readonly amount: Agreement
  readonly area: Agreement
  readonly kind: Agreement
}

export type Answer = 'same' | 'maybe' | 'different'

/** Says point by point how two records compare. The order of the two does not matter. */
export const pointsOf = (a: Comparable, b: Comparable): Points => ({
  title: compareWords(a.words, b.words),
  otherRound: areOtherRounds(a.rounds, b.rounds),
  funder: compareFunders(a.funder, b.funder),
  link: agreeing(leadsTo(a, b.page) || leadsTo(b, a.page)),
  applyLink: compareApplyLinks(a, b),
  deadline: compareDeadlines(a, b),
  amount: compareAmounts(a, b),
  area: compareAreas(a, b),
  kind: a.kind === b.kind ? 'agrees' : 'differs',
})

/**
 * Whether two records are of one call. **same** only when sure: nothing speaks against it, both name the
 * same funder and nearly the same title, which says more than any fund might be called, and they lead to the same
 * page or close on the same day. **maybe** is for people. Of one source, two records are two calls: it has keys of its own.
 */
export function compareRecords(a: Comparable, b: Comparable): Answer {
  if (a.sourceId === b.sourceId) return 'different'
  const points = pointsOf(a, b)
  if (areOtherCalls(a, b)) return 'different'
  if (isSure(points)) return 'same'
  return isLikely(points) ? 'maybe' : 'different'
}

/**
 * Whether two are plainly of two calls, however alike they are or were: their titles name another year, season, round
 * or lot, or they close far apart. Once one source has moved on so far, what was the same is so no more.
 */
export const areOtherCalls = (a: Comparable, b: Comparable): boolean =>
  areOtherRounds(a.rounds, b.rounds) || areFarApart(a.days, b.days)

const speaksAgainst = ({ deadline, amount, area, kind, funder }: Points): number =>
  [deadline, amount, area, kind, funder].filter((point) => point === 'differs').length

function isSure(points: Points): boolean {
  const { title, funder, link, deadline } = points
  if (title !== 'equal' && title !== 'near') return false
  // Who lists a call for others may give its own name for the funder's, but so may another funder: a person looks.
  if (funder !== 'agrees' || speaksAgainst(points) > 0) return false
  return link === 'agrees' || deadline === 'agrees'
}

function isLikely(points: Points): boolean {
  const { title, funder, link, applyLink, deadline, amount, area } = points
  const against = speaksAgainst(points)
  // One page may tell of many calls: with other words in the titles, nothing else may differ.
  if (title === 'other') return link === 'agrees' && against === 0
  if (against > 1) return false
  if (link === 'agrees') return true
  if (funder === 'agrees') return true
  const agreeing = [applyLink, deadline, amount, area].filter((point) => point === 'agrees').length
  return title !== 'part' && agreeing >= DUPLICATES.leastAgreeing
}

function compareFunders(a: Comparable['funder'], b: Comparable['funder']): Agreement {
  if (a.registerId !== null && b.registerId !== null) {
    return a.registerId === b.registerId ? 'agrees' : 'differs'
  }
  return agreeing(['equal', 'general', 'near'].includes(compareWords(a.words, b.words)))
}

const leadsTo = ({ page, applyPage }: Comparable, link: string | null): boolean =>
  link !== null && (link === page || link === applyPage)

const compareApplyLinks = (a: Comparable, b: Comparable): Agreement =>
  a.applyPage === null || b.applyPage === null ? 'not_said' : agreeing(a.applyPage === b.applyPage)

function compareDeadlines(a: Comparable, b: Comparable): Agreement {
  if (a.days.length > 0 && b.days.length > 0) return agreeing(a.days.some((day) => b.days.includes(day)))
  if (a.deadline === 'unknown' || b.deadline === 'unknown') return 'not_said'
  // That it is open all year is no day on which both would close: it agrees with nothing for sure.
  return a.deadline === b.deadline ? 'not_said' : 'differs'
}

function compareAmounts(a: Comparable, b: Comparable): Agreement {
  const both = a.amounts.flatMap((amount, i) => {
    const other = b.amounts[i] ?? null
    return amount === null || other === null ? [] : [amount === other]
  })
  if (both.length === 0) return 'not_said'
  return agreeing(a.currency === b.currency && both.every(Boolean))
}

const compareAreas = (a: Comparable, b: Comparable): Agreement =>
  a.areas.length === 0 || b.areas.length === 0
    ? 'not_said'
    : agreeing(a.areas.some((area) => b.areas.some((other) => overlaps(area, other))))

const agreeing = (agrees: boolean): Agreement => (agrees ? 'agrees' : 'differs')

/** Whether both have closing days, and none of the one is near any of the other: another year's, or another round's. */
const areFarApart = (a: readonly IsoDate[], b: readonly IsoDate[]): boolean =>
  a.length > 0 &&
  b.length > 0 &&
  a.every((day) => b.every((other) => Math.abs(daysBetween(day, other)) > DUPLICATES.daysApart))
