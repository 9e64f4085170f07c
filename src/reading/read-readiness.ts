import type { Policy } from '../domain/vocabulary.ts'
import type { Clause } from './clauses.ts'
import type { Field, Read } from './finding.ts'
import { isConditional, isHedged, isRefusal } from './hedges.ts'
import { monthsFrom, NUMBER, numberFrom, SPAN } from './numbers.ts'

const LEAST = '(?:at least|more than|over|a minimum of|no less than|not less than|minimum of|for)?'
const RUNNING = [
  new RegExp(
    `\\b(?:in existence|established|operating|running|active|operational|trading|constituted|existed)(?: \\w+){0,4}? (?:for )?${LEAST} ?${SPAN}\\b(?! ago)`,
  ),
  new RegExp(`\\bcompleted ${SPAN}'? of activity`),
  new RegExp(`\\b${SPAN}'? track record`),
]
const ACCOUNTS = [
  new RegExp(`\\b${LEAST} ?${SPAN}'? (?:worth )?(?:of )?(?:\\w+ ){0,3}accounts\\b`),
  new RegExp(`\\baccounts (?:for|covering) (?:the |at least )?(?:last |past |previous )?${SPAN}`),
]
const PEOPLE =
  '(?:trustees|directors|committee members|board members|(?:board or )?committee members|people|members|board or committee members|persons)'
const TRUSTEES = [
  new RegExp(`\\b(${NUMBER}) (?:or more )?(?:unrelated|independent|non-related) ${PEOPLE}`),
  new RegExp(`\\b(${NUMBER}) (?:or more )?${PEOPLE} (?:\\w+ ){0,4}?(?:who|that)? ?are (?:not|un) ?related`),
]
const SIGNATORIES = [
  new RegExp(
    `\\b(${NUMBER}) (?:or more )?(?:unrelated|independent|non-related) (?:signator(?:y|ies)|signatures|cheque signatories)`,
  ),
  new RegExp(`\\b(${NUMBER}) (?:or more )?signatories (?:\\w+ ){0,3}?(?:no|not|un) ?related`),
]
const POLICIES: readonly (readonly [Policy, RegExp])[] = [
  ['safeguarding', /\bsafeguarding (?:\w+ (?:and|or) \w+ )?polic/],
  ['equality', /\b(?:equalit(?:y|ies)|equal opportunities|diversity)(?: (?:and|&) \w+)? polic/],
  ['health_and_safety', /\bhealth (?:and|&) safety polic/],
  ['data_protection', /\b(?:data protection|gdpr) polic/],
  ['environment', /\benvironment(?:al)? polic/],
  ['complaints', /\bcomplaints? (?:polic|procedure)/],
  ['finance', /\bfinanc(?:e|ial) (?:polic|procedures|controls)/],
  ['volunteering', /\bvolunteer(?:ing|s)? polic/],
  ['reserves', /\breserves? polic/],
]
const NEEDED =
  /\b(?:must|need|needs|should|required?|have|has|submit|include|upload|copy|copies|your organisation's|able to|your)\b|^an? /
const PART =
  /\b(?:if|when|where|working with|provided|limited by guarantee)\b|^(?:cics?|community interest compan)/
const ACCOUNT =
  /\bbank account in (?:(?:the|your|their|its|an?)(?: own)? )?(?:\w+'?s? )?(?:own )?names?\b|\bgroup bank account\b|\buk bank account in your\b/
const RESERVES = new RegExp(
  `\\b(?:more than|over|in excess of|less than|exceed(?:ing)?|under) ${SPAN}'?s? (?:of )?(?:unrestricted |free |running costs in |worth of )*(?:reserves|expenditure|operating costs|running costs)`,
)

/** Words without which none of it is said. */
const MAY_SAY = /month|year|related|independent|signat|polic|procedure|controls|account|dissolution/

/** What an applicant must have and be: age, accounts, people, policies, a bank account, reserves. */
export function readReadiness(clause: Clause): readonly Read[] {
  const { text } = clause
  if (!MAY_SAY.test(text)) return []
  const sure = !isHedged(clause) && !isConditional(clause)
  const refused = isRefusal(clause)
  const asked = sure && !refused
  const ofAll = sure && !PART.test(text)
  return [
    ...span('monthsRunning', RUNNING, text, ofAll && !refused),
    // "You are not eligible until you have accounts" asks for them all the same.
    ...span('monthsOfAccounts', ACCOUNTS, text, ofAll && (!refused || /\buntil\b/.test(text))),
    ...number('unrelatedTrustees', TRUSTEES, text, asked && !OF_COMPANIES.test(text)),
    ...number('unrelatedSignatories', SIGNATORIES, text, asked),
    ...flag('bankAccount', ACCOUNT, text, asked),
    ...flag('dissolutionClause', /\bdissolution clause\b/, text, asked),
    ...(arePoliciesAsked(clause) ? policies(text, asked) : []),
    ...reserves(text, refused, sure),
  ]
}

const OF_COMPANIES = /\bcics?\b|community interest compan|limited by guarantee/
const OF_THE_WORK = /\b(?:in line with|accordance|comply|manage|deliver)\b/

const arePoliciesAsked = ({ text, lead }: Clause): boolean =>
  [text, lead].some((words) => NEEDED.test(words)) && !OF_THE_WORK.test(text)

const flag = (
  field: 'bankAccount' | 'dissolutionClause',
  pattern: RegExp,
  text: string,
  sure: boolean,
): readonly Read[] => (pattern.test(text) ? [{ field, value: true, sure }] : [])

/** "More than six months" among what is not funded is the same cap as "less than six months" of what is asked. */
function reserves(text: string, refused: boolean, sure: boolean): readonly Read[] {
  const [, many, unit] = RESERVES.exec(text) ?? []
  const isCap = refused !== /\b(?:less than|under) \S+ months?/.test(text)
  return many && unit && isCap ? [{ field: 'reservesMax', value: monthsFrom(many, unit), sure }] : []
}

const policies = (text: string, sure: boolean): readonly Read[] =>
  POLICIES.flatMap(([value, pattern]): Read[] => {
    const found = pattern.exec(text)
    if (found === null) return []
    const around = text.slice(Math.max(0, found.index - 80), found.index + 90)
    return [{ field: 'policies', value, sure: sure && !/\b(?:if|when|where|working with)\b/.test(around) }]
  })

function span(
  field: 'monthsRunning' | 'monthsOfAccounts',
  patterns: readonly RegExp[],
  text: string,
  sure: boolean,
): readonly Read[] {
  const [, many, unit] = firstOf(patterns, text) ?? []
  return many && unit ? [{ field, value: monthsFrom(many, unit), sure }] : []
}

function number(
  field: Extract<Field, 'unrelatedTrustees' | 'unrelatedSignatories'>,
  patterns: readonly RegExp[],
  text: string,
  sure: boolean,
): readonly Read[] {
  const many = firstOf(patterns, text)?.[1]
  return many ? [{ field, value: numberFrom(many), sure }] : []
}

const firstOf = (patterns: readonly RegExp[], text: string): RegExpExecArray | undefined =>
  patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null) ?? undefined
