import type { IsoDate } from '../../base/date.ts'
import type { AreaCode } from '../../domain/area.ts'
import { strengthOf } from '../../domain/fact.ts'
import type { Verdict } from '../../domain/match.ts'
import type { Place, Terms } from '../catalogue/rankable.ts'
import type { AppliedRule } from '../rules/applied-rule.ts'
import { areaJudge } from '../rules/area.ts'
import { ruleSetsOf } from './rule-sets.ts'
import type { SeekerFacts } from './seeker.ts'

/** Whether an organisation on terms of that number may apply, but for the place and the date. */
export type TermsVerdict = (number: number) => Verdict

/**
 * The verdict that `judgeEligibility` gives, without a word, on terms that are known beforehand: thousands
 * of pairs are asked for no more. The place and the date are judged with the ground.
 */
export function verdictsOf(
  terms: readonly Terms[],
  today: IsoDate,
): (organisation: SeekerFacts) => TermsVerdict {
  const { onForm, others, numbers, onAward, awardNumbers } = ruleSetsOf(terms)
  const formsFor = knownByForm(onForm.length)
  return (organisation) => {
    const byForm = formsFor(organisation)
    const bySet = new Uint8Array(onForm.length)
    const judgeForm = (set: number) => judgeRules(onForm[set] ?? [], organisation, today, ELIGIBLE)
    const judgeSet = (set: number) => {
      const form = byForm[set] || judgeForm(set)
      byForm[set] = form
      return form === INELIGIBLE ? form : judgeRules(others[set] ?? [], organisation, today, form)
    }
    return (number) => {
      const set = numbers[number] ?? 0
      const known = bySet[set] || judgeSet(set)
      bySet[set] = known
      if (known === INELIGIBLE) return 'ineligible'
      const verdict = judgeRules(onAward[awardNumbers[number] ?? 0] ?? [], organisation, today, known)
      return VERDICTS[verdict] ?? 'unclear'
    }
  }
}

/** Verdicts as small numbers; 0 is not judged yet. */
const ELIGIBLE = 1
const UNCLEAR = 2
const INELIGIBLE = 3
const VERDICTS: readonly (Verdict | undefined)[] = [undefined, 'eligible', 'unclear', 'ineligible']

/** @param from - the verdict of other rules, which is not a no */
function judgeRules(
  rules: readonly AppliedRule[],
  organisation: SeekerFacts,
  today: IsoDate,
  from: number,
): number {
  let verdict = from
  for (const rule of rules) {
    const { outcome, isOpen } = rule.find(organisation, today)
    if (outcome === 'fail') return INELIGIBLE
    if (isOpen) verdict = UNCLEAR
  }
  return verdict
}

/** What is known so far of each form, by number of set. */
function knownByForm(count: number): (organisation: SeekerFacts) => Uint8Array {
  const kept = new Map<string, Uint8Array>()
  return (organisation) => {
    const key = formKey(organisation)
    const known = kept.get(key) ?? new Uint8Array(count)
    kept.set(key, known)
    return known
  }
}

/** Rules ask in which registers an organisation is, and never for its numbers. */
function formKey({ legalForm, orgIds }: SeekerFacts): string {
  let key: string = legalForm ?? ''
  for (const id of orgIds) key += ` ${id.slice(0, id.indexOf('-', 3) + 1)}`
  return key
}

/** The verdict of the rule for the place alone. A place that a funder would only rather have shuts nobody out. */
export function placeJudge({ rule }: Pick<Place, 'rule'>): (own: readonly AreaCode[]) => Verdict {
  if (strengthOf(rule) === 'preferred') return () => 'eligible'
  const judge = areaJudge(rule)
  return (own) => {
    const { outcome, isOpen } = judge(own)
    if (outcome === 'fail') return 'ineligible'
    return isOpen ? 'unclear' : 'eligible'
  }
}
