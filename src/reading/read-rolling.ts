import type { Clause } from './clauses.ts'
import { datesIn } from './dates.ts'
import type { Read } from './finding.ts'
import { isConditional, isNegated } from './hedges.ts'

const ROLLING =
  /\b(?:no (?:closing dates?|(?:application |fixed |set )?deadlines?)|rolling (?:programme|basis|fund|deadline)|at any time|all year(?: round)?|throughout the year|year[- ]round)\b/
const APPLY = /\b(?:appl(?:y|ied|ications?)|bids?|programme|fund|submitted)\b/
/** It is said of some bids only, or of something else. */
const PART =
  /£|\b(?:small|seed|grass ?roots|larger?|expressions? of interest|stage|before|until|but|however|withdraw\w*|amend\w*|contact us|cancel\w*|close(?:d|s)? at any time|more than one|previous|for this (?:programme|stream|strand|grant))\b/
const SPENT =
  /\b(?:until (?:all )?(?:the |our |all )?(?:funds?|funding|money|monies|budget|pot) (?:(?:is|are|has|have) )?(?:been |all )*(?:spent|allocated|exhausted|committed|used|runs? out|gone)|(?:while|whilst) funds last|until (?:fully )?(?:spent|allocated|exhausted))\b/
const EARLY =
  /\b(?:(?:may|might|could|can|will) (?:be )?clos(?:e|ed) (?:earl(?:y|ier)|at any time|before)|reserve (?:the |our )?right to close|first[- ]come,?(?: and)? first[- ]served|clos(?:e|es) early)\b/
const AFTER =
  /\b(?:(?:first|limited to(?: the first)?|maximum of|once|after) (\d{1,4}) (?:eligible |complete |completed )?(?:applications|bids|applicants|submissions))\b/

/** Whether bids are taken at any time, until the money has gone, or perhaps not until the deadline. */
export const readRolling = (clause: Clause): readonly Read[] =>
  MAY_SAY.test(clause.text) ? [...rolling(clause), ...untilSpent(clause.text), ...early(clause.text)] : []

/** Words without which none of it is said. */
const MAY_SAY = /deadline|closing|rolling|any time|year|until|last|clos|first|once|after|limited|maximum/

function rolling(clause: Clause): readonly Read[] {
  const { text, lead } = clause
  const found = ROLLING.exec(text)
  if (found === null || !(APPLY.test(text) || APPLY.test(lead))) return []
  const sure = !PART.test(text) && !isConditional(clause) && !isNegated(text.slice(0, found.index))
  return [{ field: 'deadline', value: { kind: 'rolling' }, sure }]
}

function untilSpent(text: string): readonly Read[] {
  if (!SPENT.test(text)) return []
  const sure = !isNegated(text)
  // "Until 1 March, or until the money is spent" is a day, which may come early.
  return datesIn(text, null).length > 0
    ? [{ field: 'closesEarly', value: true, sure }]
    : [{ field: 'deadline', value: { kind: 'until_spent' }, sure }]
}

function early(text: string): readonly Read[] {
  const sure = !isNegated(text)
  const [, many] = AFTER.exec(text) ?? []
  const isAfter = many !== undefined && /\bclos|\baccept|\bconsider|\breceived/.test(text)
  return [
    ...(EARLY.test(text) ? [{ field: 'closesEarly', value: true, sure } as const] : []),
    ...(isAfter ? [{ field: 'closesAfter', value: Number(many), sure } as const] : []),
  ]
}
