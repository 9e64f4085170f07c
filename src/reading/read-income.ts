import type { Clause } from './clauses.ts'
import type { Read } from './finding.ts'
import { isHedged, isRefusal, isRefusedToApply } from './hedges.ts'
import { type Money, moneyIn } from './money.ts'

const INCOME = /\b(?:incomes?|turnover)\b/
const BELOW =
  /\b(?:less than|under|below|up to|no more than|not exceed\w*|maximum(?: of)?|at most|smaller than|or less|or under|or below|lower than)\b/
const ABOVE =
  /\b(?:more than|over|above|at least|minimum(?: of)?|exceed\w*|in excess of|greater than|or more|or over)\b/
const NOT_OF_APPLICANTS =
  /\b(?:household|family|families|personal|generate|average grant|from trading|low[- ]income|increasing)\b/
/** A sentence that the income decides something else in than who may apply. */
const OF_SOMETHING_ELSE =
  /^"?(?:if|where|when|for organisations (?:whose|with))\b|\bfund for up to\b|\b(?:send|submit|attach|audited|independently examined|using|use (?:the|this|our|a)|need only|only need|(?:must|need to|asked to|have to) (?:also )?(?:provide|supply|include|complete|show)|apply for (?!this|the fund|our|a grant|grants?\b|funding))/

/** The lowest and highest yearly income of those who may apply, in pence. */
export function readIncome(clause: Clause): readonly Read[] {
  const { text } = clause
  if (!INCOME.test(text) || NOT_OF_APPLICANTS.test(text)) return []
  const money = moneyIn(text)
  const isDenied = isRefusal(clause) && !/\bnot exceed/.test(text)
  const refused = isDenied && isRefusedToApply(clause)
  const sure = isDenied === refused && !isHedged(clause) && !OF_SOMETHING_ELSE.test(text)
  const [first, second, third] = money
  if (first && second && isSpan(text, first, second)) {
    const isSure = sure && !refused && third === undefined
    return [
      { field: 'incomeMin', value: first.pence, sure: isSure },
      { field: 'incomeMax', value: second.pence, sure: isSure },
    ]
  }
  // A sum that follows may be all that the income decides: "can apply for less than £200,000".
  return money.flatMap((one, i) =>
    limit(text, one, money[i - 1]?.end ?? 0, sure && i === money.length - 1 && i < 2, refused),
  )
}

const isSpan = (text: string, first: Money, second: Money): boolean =>
  nearIncome(text, first, 0) &&
  /\bbetween ?$/.test(text.slice(0, first.at)) &&
  /^ ?(?:and|-|to) ?$/.test(text.slice(first.end, second.at))

function limit(text: string, money: Money, from: number, sure: boolean, refused: boolean): readonly Read[] {
  if (!nearIncome(text, money, from)) return []
  const before = text.slice(Math.max(from, money.at - 40), money.at)
  const after = text.slice(money.end, money.end + 12)
  const words = `${before} | ${/^ or (?:less|under|below|more|over)/.exec(after)?.[0] ?? ''}`
  const isBelow = BELOW.test(words)
  if (!isBelow && !ABOVE.test(words)) return []
  return [{ field: isBelow !== refused ? 'incomeMax' : 'incomeMin', value: money.pence, sure }]
}

/** The sum is that of the income, and not of a grant in the same sentence. */
const nearIncome = (text: string, { at, end }: Money, from: number): boolean =>
  INCOME.test(text.slice(Math.max(from, at - 110), at)) || INCOME.test(text.slice(end, end + 30))
