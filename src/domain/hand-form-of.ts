import { type AreaCode, findArea, gssCode } from './area.ts'
import { fullAreaName } from './areas/read-area.ts'
import { currentRound } from './deadline.ts'
import { factValue } from './fact.ts'
import type { HandForm } from './hand-form.ts'
import type { OpportunityContent } from './opportunity.ts'
import type { RuleKey } from './rules.ts'

/** Rules that have a field of their own in the form. */
const OWN_FIELD: readonly string[] = ['applicantTypes', 'areas'] satisfies RuleKey[]

/**
 * The form as it is filled in with what is known; what is not stays empty.
 *
 * @param now - of several rounds the one that is open then, or the next, is shown
 */
export function formOf(content: OpportunityContent, now: Date): HandForm {
  const { title, funder, kind, url, deadline, awardMin, awardMax, fundTotal, rules, summary } = content
  const [year = '', month = '', day = ''] = closingOf(content, now)?.closesOn?.split('-') ?? []
  return {
    title,
    funder: funder.name,
    kind,
    link: url,
    deadline: deadline.kind,
    day: day.replace(/^0/, ''),
    month: month.replace(/^0/, ''),
    year,
    time: closingOf(content, now)?.closesTime ?? '',
    awardMin: poundsOf(awardMin),
    awardMax: poundsOf(awardMax),
    fundTotal: poundsOf(fundTotal),
    who: factValue(rules.applicantTypes) ?? [],
    areas: (factValue(rules.areas) ?? []).map(areaInForm).join('; '),
    summary: summary === title ? '' : summary,
    keep: otherRules(content),
    licence: '',
    where: '',
  }
}

/** Rules that are known and have no field of their own in the form, by name. */
export const otherRules = ({ rules }: Pick<OpportunityContent, 'rules'>): readonly RuleKey[] =>
  (Object.keys(rules) as RuleKey[]).filter(
    (rule) => rules[rule].basis !== 'unknown' && !OWN_FIELD.includes(rule),
  )

const closingOf = ({ deadline }: OpportunityContent, now: Date) =>
  currentRound(now, deadline) ?? deadline.rounds.at(-1)

/** An area as the form shows it: by name; a ward of which nobody has told where it lies, by its code. */
export function areaInForm(code: AreaCode): string {
  const area = findArea(code)
  return area === undefined || area.name === '' ? gssCode(code) : fullAreaName(area)
}

/** @example poundsOf(1_000_050) // '10000.50' */
function poundsOf(pence: number | null): string {
  if (pence === null) return ''
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}
