import type { IsoDate } from '../base/date.ts'
import type { Clause } from './clauses.ts'
import { type DateFound, datesIn } from './dates.ts'
import * as say from './deadline-words.ts'
import type { Read } from './finding.ts'
import { timeBeside } from './times.ts'

/** A day with the words around it. */
interface Place {
  readonly date: DateFound
  /** The words from the day before, or the start, up to it. */
  readonly words: string
  /** The words from its end to the next day, or the end. */
  readonly rest: string
  /** What stands over the clause; empty but for its first day. */
  readonly lead: string
  /** The words of the clause up to the day before. */
  readonly earlier: string
}

/** A month, or numbers with signs between: without them there is no day to look for. */
const MAY_HAVE =
  /\d.*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d[/.-]\d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*\d/

/** Days on which bids close. */
export function readDeadlines(clause: Clause, publishedOn: IsoDate | null): readonly Read[] {
  const dates = MAY_HAVE.test(clause.text) ? datesIn(clause.text, publishedOn) : []
  const reads: Read[] = []
  let wasClosing = false
  for (const [at, date] of dates.entries()) {
    const from = dates[at - 1]?.end ?? 0
    const place: Place = {
      date,
      words: clause.text.slice(from, date.at),
      rest: clause.text.slice(date.end, dates[at + 1]?.at ?? clause.text.length),
      lead: at === 0 ? clause.lead : '',
      earlier: clause.text.slice(0, dates[at - 1]?.at ?? 0),
    }
    wasClosing = isClosing(place, wasClosing)
    if (wasClosing) reads.push(...readAt(place))
  }
  return reads
}

function isClosing(place: Place, wasClosing: boolean): boolean {
  const { words, rest, lead, earlier } = place
  if (say.AFTER.test(rest) || (wasClosing && isOfSameKind(place))) return true
  if (say.SPAN_JOIN.test(words)) return wasClosing || say.SPAN_START.test(earlier)
  if ([say.QUESTIONS, say.ANSWERS].some((pattern) => standsLast(pattern, words))) return false
  if (say.WEAK.test(words) && !say.SENDS.test(`${lead} ${words}`)) return false
  const said = lastOf(words) ?? lastOf(lead)
  return said === 'closes' && say.BIDS.test(`${lead} ${words} ${rest.slice(0, 60)}`)
}

/** Whether it stands in one list with the day before, or in its place. */
const isOfSameKind = ({ words, earlier }: Place): boolean =>
  say.ALSO.test(words) ||
  (say.PUT_OFF.test(words) && /\b(?:to|until|till)\b/.test(words)) ||
  (say.PUT_OFF_FROM.test(earlier) && say.PUT_OFF_TO.test(words))

/** Whether the words have it, and no plain word for a deadline after it. */
const standsLast = (pattern: RegExp, words: string): boolean =>
  pattern.test(words) && !say.STRONG.test(words.slice(words.search(pattern)))

/** Which of both kinds of words stands last; undefined when there are none. */
function lastOf(words: string): 'closes' | 'other' | undefined {
  const closing = [...words.matchAll(say.CLOSES)].at(-1)?.index ?? -1
  const other = [...words.matchAll(say.OTHER)].at(-1)?.index ?? -1
  if (closing < 0 && other < 0) return undefined
  // "Deadline for clarification questions" is no deadline for bids; "questions close. Bids close on" is one.
  return other > closing ? 'other' : 'closes'
}

function readAt(place: Place): readonly Read[] {
  const { words, rest, lead } = place
  const { day } = place.date
  if (day === null || say.PUT_OFF_FROM.test(words) || say.PUT_OFF.test(rest)) return []
  const before = words === '' ? `${lead.replace(/:$/, '')} ` : words
  const isHedged = [say.UNSURE, say.BEFORE_DAY].some((pattern) => pattern.test(words))
  const sure = !isHedged && !say.YEARLY.test(rest) && !isOfLaterStage(place)
  return [{ field: 'deadline', value: { kind: 'fixed', day, time: timeBeside(before, rest) }, sure }]
}

/** Whether the day is one by which only those may bid who got through an earlier stage. */
function isOfLaterStage({ words, rest, lead, earlier }: Place): boolean {
  // Of days in one list, what is said of the first is said of all.
  const said = say.ALSO.test(words) ? `${lead} ${earlier} ${words}` : `${lead} ${words}`
  if (say.LATER.test(said) || say.OF_LATER.test(rest)) return true
  return say.INTEREST.test(earlier) && say.BID.test(words) && !say.INTEREST.test(words)
}
