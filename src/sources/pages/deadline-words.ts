import { LONDON, sayDate } from '../../base/date.ts'
import { withoutPersons } from '../../base/personal-data.ts'
import { oneLine, slug, summarise } from '../../base/text.ts'
import { type Deadline, NO_DEADLINE_KNOWN } from '../../domain/deadline.ts'
import { readDateWords, type SaidDate } from './date-words.ts'

/** What funders write where there is no closing date, as `slug` has it. */
const ROLLING = new Set(
  (
    'rolling ongoing on-going no-closing-date no-deadline no-fixed-deadline open-no-closing-date open-all-year ' +
    'open-all-year-round always-open rolling-deadline rolling-programme open-ongoing ongoing-no-deadline continuous'
  ).split(' '),
)
const UNTIL_SPENT = new Set(
  (
    'until-funds-are-spent until-the-money-is-spent open-until-funds-are-spent until-spent until-funds-run-out ' +
    'until-funding-is-exhausted until-all-funds-are-allocated until-fully-allocated'
  ).split(' '),
)
/** What stands where nothing is said. */
const NOTHING = new Set([
  '',
  'none',
  'n-a',
  'not-applicable',
  'tbc',
  'tba',
  'to-be-confirmed',
  'to-be-announced',
])
const MOST_NOTE = 200

/**
 * When bids are taken, from what a page says beside “opens” and “closes”. Words that are no date stay
 * as the funder's note; an opening after the closing makes both unknown.
 *
 * @param opens - texts for the opening, of which the first that can be read counts; so for `closes`
 */
export function readDeadlineWords(opens: readonly string[], closes: readonly string[]): Deadline {
  const [from, to] = [firstDate(opens), firstDate(closes)]
  if (to !== null) return fixed(from, to)
  const opening = from && { opensOn: from.day, closesOn: null, closesTime: null }
  const base: Deadline = { ...NO_DEADLINE_KNOWN, rounds: opening ? [opening] : [] }
  const words = closes.map(slug)
  if (words.some((text) => ROLLING.has(text))) return { ...base, kind: 'rolling' }
  if (words.some((text) => UNTIL_SPENT.has(text))) return { ...base, kind: 'until_spent' }
  return { ...base, note: noteOf(closes) }
}

const firstDate = (texts: readonly string[]): SaidDate | null =>
  texts.reduce<SaidDate | null>((found, text) => found ?? readDateWords(text), null)

function fixed(from: SaidDate | null, { day, time }: SaidDate): Deadline {
  if (from !== null && from.day > day) {
    const note = `The page gives ${sayDate(from.day)} as the opening and ${sayDate(day)} as the closing date`
    return { ...NO_DEADLINE_KNOWN, note }
  }
  return {
    kind: 'fixed',
    zone: LONDON,
    rounds: [{ opensOn: from?.day ?? null, closesOn: day, closesTime: time }],
    note: null,
  }
}

function noteOf(texts: readonly string[]): string | null {
  const said = texts.find((text) => !NOTHING.has(slug(text)))
  return said === undefined ? null : summarise(withoutPersons(oneLine(said)), MOST_NOTE)
}
