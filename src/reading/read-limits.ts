import type { Clause } from './clauses.ts'
import type { Read } from './finding.ts'
import { isConditional, isHedged, isNegated, isRefusal } from './hedges.ts'
import { monthsFrom, NUMBER, SPAN } from './numbers.ts'

const MATCH = [
  /\b(?:match(?:ed)?[- ]funding|match)(?: \w+){0,4}? (?:of )?(?:at least |a minimum of )?(\d{1,3}) ?%/,
  /\b(\d{1,3}) ?% (?:\w+ ){0,2}?match(?:ed)?\b/,
  /\b(?:at least|minimum of) (\d{1,3}) ?% of (?:the |your )?(?:total |project |eligible )*costs? (?:must|from|to be found|to come)/,
]
const SHARE_PAID =
  /\b(?:fund|cover|pay|contribute|support|grants? of|rate of)(?: \w+){0,3}? up to (\d{1,2}) ?% of (?:the |your )?(?:total |project |eligible |capital )*costs?/
const AGAIN =
  /\b(?:re-?apply(?:ing)?|apply again|appl(?:y|ied) (?:to us )?(?:\w+ )?within|submit (?:a |another )?(?:further|new|second)? ?application|further application)\b/
const WAIT = new RegExp(
  `\\b(?:wait|within|for|until|in|after)(?: (?:at least|a further|a period of|the|last|previous|past|a))* ${SPAN}`,
)
const AWARDED =
  /\b(?:received|successful|award(?:ed)?|granted|funded|grant holders?|previous grant|your (?:grant|funding))\b/
const ONE_LIVE =
  /\b(?:more than one (?:live |active |current )?(?:grant|award)\b.{0,80}?\b(?:concurrently|at (?:any )?(?:one|a|the same) time|same funding programme)|only (?:hold|have|receive) one (?:live |active |current )?(?:grant|award) at)/
const OF_INCOME =
  /\b(\d{1,3}) ?% of (?:a charity's|an organisation's|the organisation's|your(?: organisation's)?|their|its|annual|the charity's)(?: \w+){0,2}? ?(?:income|turnover)\b/
const LONG = [
  new RegExp(
    `\\b(?:grants?|funding|apply|awards?|available)\\b(?:[^.]{0,60}?)\\bfor (?:up to |a maximum of |a period of up to )?${SPAN}`,
  ),
  new RegExp(`\\bspent (?:\\w+ ){0,3}?within ${SPAN}`),
  new RegExp(
    `\\b(?:grants?|funding|available|million|£[\\d,]+)\\b[^.]{0,40}?\\bover (?:${NUMBER}(?: to |-))?${SPAN}`,
  ),
  new RegExp(`\\blasting up to ${SPAN}`),
  /\b(one)-(year) grants\b/,
]

/** Words without which none of it is said. */
const MAY_SAY = /%|month|year|one/

/** Shares of the cost or of the income, waits between bids, and how long is paid for. */
export function readLimits(clause: Clause): readonly Read[] {
  const { text } = clause
  if (!MAY_SAY.test(text)) return []
  const sure = !isHedged(clause) && !isConditional(clause)
  const reads: Read[] = []
  const match = MATCH.map((pattern) => pattern.exec(text)?.[1]).find((share) => share !== undefined)
  if (match !== undefined)
    reads.push({ field: 'matchPercent', value: Number(match), sure: sure && !isNegated(text) })
  const paid = SHARE_PAID.exec(text)?.[1]
  if (paid !== undefined)
    reads.push({
      field: 'matchPercent',
      value: 100 - Number(paid),
      sure: sure && !/£/.test(text) && !isNegated(text),
    })
  const ofIncome = OF_INCOME.exec(text)?.[1]
  if (ofIncome !== undefined && /\bmore than|\bexceed|\bup to|\bmaximum/.test(text)) {
    reads.push({ field: 'percentOfIncome', value: Number(ofIncome), sure })
  }
  if (ONE_LIVE.test(text)) reads.push({ field: 'oneLiveAward', value: true, sure: sure && isRefusal(clause) })
  return [...reads, ...readGap(clause, !isHedged(clause)), ...readDuration(clause, sure)]
}

function readGap({ text, lead }: Clause, sure: boolean): readonly Read[] {
  const [, many, unit] = WAIT.exec(text) ?? []
  if (!AGAIN.test(text) || !many || !unit) return []
  const binds =
    /\bwait\b|\b(?:can|may) (?:re-?apply|apply again) after\b/.test(text) ||
    isRefusal({ text, lead, quote: '' })
  const after = AWARDED.test(text) && !/\bunsuccessful/.test(text) ? 'award' : 'application'
  return [{ field: 'reapplyGap', value: { months: monthsFrom(many, unit), after }, sure: sure && binds }]
}

function readDuration({ text, lead }: Clause, sure: boolean): readonly Read[] {
  const found = LONG.map((pattern) => pattern.exec(text)).find((one) => one !== null)
  const [, many, unit] = found ?? []
  if (
    !many ||
    !unit ||
    /\bcontract|\bexist|\bestablish|\baccounts|\brunning for|\bactive\b/.test(`${text} ${lead}`)
  )
    return []
  return [{ field: 'durationMax', value: monthsFrom(many, unit), sure: sure && !isNegated(text) }]
}
