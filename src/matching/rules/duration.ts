import { sayMonths } from '../../base/date.ts'
import { factValue } from '../../domain/fact.ts'
import { findingsOf, type Rule, toDo } from './rule.ts'

interface Span {
  /** Inclusive, in months; null for an end without a limit. */
  readonly least: number | null
  readonly most: number | null
}

const { pass, fail, unclear, notTold } = findingsOf<Span>()

const asks = (span: Span) => `It pays for ${saySpan(span)}`

const contradictory = unclear(
  ({ terms: { least, most } }) =>
    `The shortest time that it pays for, ${sayMonths(least ?? 0)}, is above the longest, ${sayMonths(most ?? 0)}.`,
  () => 'For how long does the funder pay?',
)
const unknown = notTold(
  'durationMax',
  ({ terms }) => `${asks(terms)}, and we do not know for how long you would want money.`,
  () => 'For how many months would you want money, at least and at most?',
)
const suits = pass(
  ({ terms, organisation: { durationMin: least, durationMax: most } }) =>
    `${asks(terms)}; you want money for ${saySpan({ least, most })}.`,
)
const tooShort = fail(
  suits.sentence,
  ({ terms }) => `Opens with a plan for ${sayMonths(terms.least ?? 0)} or more.`,
  ({ terms: { least } }) => [toDo(`Plan for ${sayMonths(least ?? 0)} or more`, { durationMax: least })],
)
const tooLong = fail(
  suits.sentence,
  ({ terms }) => `Opens with a plan for ${sayMonths(terms.most ?? 0)} or less.`,
  ({ terms: { most } }) => [toDo(`Plan for ${sayMonths(most ?? 0)} or less`, { durationMin: most })],
)

/** Whether the funder pays for as long as the organisation plans. */
export const duration: Rule<Span> = {
  name: 'duration',
  profile: ['durationMin', 'durationMax'],
  facts: ['durationMin', 'durationMax'],
  fields: [],
  read({ rules }) {
    const [least, most] = [factValue(rules.durationMin), factValue(rules.durationMax)]
    return least === null && most === null ? null : { least, most }
  },
  judge({ least, most }, { durationMin, durationMax }) {
    if (least !== null && most !== null && least > most) return contradictory
    if (durationMin === null && durationMax === null) return unknown
    if (least !== null && durationMax !== null && durationMax < least) return tooShort
    return most !== null && durationMin !== null && durationMin > most ? tooLong : suits
  },
  wish: (span) => `pay for ${saySpan(span)}`,
}

/** @example saySpan({ least: 6, most: 12 }) // '6 months to 1 year' */
function saySpan({ least, most }: Span): string {
  if (least === null) return `up to ${sayMonths(most ?? 0)}`
  if (most === null) return `at least ${sayMonths(least)}`
  return least === most ? sayMonths(least) : `${sayMonths(least)} to ${sayMonths(most)}`
}
