import {
  AFTER_AWARD,
  AFTER_EXACT,
  AND_ABOVE,
  APPLY_FOR_LEAD,
  AWARD,
  EXACT,
  FOR_GRANTS,
  FROM,
  GRANTS_OVER,
  GRANTS_UNDER,
  NEEDS,
  NOUN,
  OTHER,
  RANGE_JOIN,
  RANGE_START,
  SIZE_LEAD,
  STREAM_UP_TO,
  UP_TO,
} from './award-words.ts'
import { isByApplicant } from './by-applicant.ts'
import type { Clause } from './clauses.ts'
import type { Read } from './finding.ts'
import { isConditional, isHedgedAt, isNegated } from './hedges.ts'
import { type Money, type Sum, sumsIn } from './money.ts'

/** What one award can be, in pence: the least and the most. */
export function readAwards(clause: Clause): readonly Read[] {
  const { text, lead } = clause
  if (!isOfAwards(clause)) return []
  const reads: Read[] = []
  const isOfAll = !isConditional(clause) && !isByApplicant(text)
  let rangeEnd = -1
  for (const sum of sumsIn(text)) {
    if (sum.at <= rangeEnd || isOfOther(text, sum)) continue
    const sure = isOfAll && !isHedgedAt(clause, sum.at, sum.end) && !isOfSome(sum)
    const second = secondOf(sum, rangeEnd >= 0)
    rangeEnd = second?.at ?? rangeEnd
    reads.push(...(second ? between(sum, second, sure) : single(sum, isSizeLead(lead), sure)))
  }
  return reads
}

const isOfAwards = ({ text, lead }: Clause): boolean => AWARD.test(text) || isSizeLead(lead)

const isSizeLead = (lead: string): boolean => SIZE_LEAD.test(lead) || APPLY_FOR_LEAD.test(lead)

/** Whether the last word before it that a sum can be of is of no award, or the words by it say so. */
function isOfOther(text: string, { at, before, after }: Sum): boolean {
  const noun = [...text.slice(0, at).matchAll(NOUN)].at(-1)
  if (noun !== undefined && noun[1] === undefined) return true
  return OTHER.test(`${before.slice(-60)} ${after.slice(0, 40).split(/[,;]/)[0]}`)
}

/** Whether the sum only tells which grants something else is said of: "match funding for grants over £10,000". */
const isOfSome = ({ before, after }: Sum): boolean =>
  FOR_GRANTS.test(before) || GRANTS_OVER.test(before) || (GRANTS_UNDER.test(before) && NEEDS.test(after))

/** The other end of the range that the sum begins; undefined when it begins none. */
function secondOf({ pence, before, after, next }: Sum, isAfterRange: boolean): Money | undefined {
  if (next === undefined || next.pence < pence || !RANGE_JOIN.test(after)) return undefined
  const isNext = isAfterRange && /^ ?(?:or|and|,|\/) ?$/.test(before)
  return isNext || [RANGE_START, FROM, UP_TO].some((pattern) => pattern.test(before)) ? next : undefined
}

const between = (first: Money, second: Money, sure: boolean): readonly Read[] => [
  { field: 'awardMin', value: first.pence, sure },
  { field: 'awardMax', value: second.pence, sure },
]

function single(sum: Sum, isLed: boolean, sure: boolean): readonly Read[] {
  const { pence, before, after, isFirst } = sum
  const isOfAnAward = AWARD.test(before) || AFTER_AWARD.test(after) || (isLed && isFirst)
  if (UP_TO.test(before) && isOfAnAward) return upTo(sum, sure)
  if (EXACT.test(before) && AFTER_EXACT.test(after)) return between(sum, sum, sure)
  if (FROM.test(before) && AWARD.test(before)) return [{ field: 'awardMin', value: pence, sure }]
  return AND_ABOVE.test(after) ? [{ field: 'awardMin', value: pence, sure: false }] : []
}

function upTo({ pence, before }: Sum, sure: boolean): readonly Read[] {
  if (STREAM_UP_TO.test(before)) return [{ field: 'awardMax', value: pence - 1, sure: false }]
  const isDenied = isNegated(before.slice(-30)) && !/\bno more than|not exceed/.test(before)
  return isDenied ? [] : [{ field: 'awardMax', value: pence, sure }]
}
