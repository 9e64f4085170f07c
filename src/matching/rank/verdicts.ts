import type { IsoDate } from '../../base/date.ts'
import { kept } from '../../base/kept.ts'
import type { AreaCode } from '../../domain/area.ts'
import { strengthOf } from '../../domain/fact.ts'
import type { Verdict } from '../../domain/match.ts'
import { type Interned, numbersThrough } from '../catalogue/interned.ts'
import type { Place, Terms } from '../catalogue/rankable.ts'
import type { AppliedRule } from '../rules/applied-rule.ts'
import { areaJudge } from '../rules/area.ts'
import { alikeness } from './alike.ts'
import { ruleSetsOf } from './rule-sets.ts'
import type { SeekerFacts } from './seeker.ts'

/** Whether an organisation may apply for what is in a slot, but for the place and the date, as one of the numbers below. */
export type TermsVerdict = (slot: number) => number

/**
 * The verdict that `judgeEligibility` gives, without a word, on terms that are known beforehand: thousands
 * of pairs are asked for no more. The place and the date are judged with the ground.
 */
export function verdictsOf(
  terms: Interned<Terms>,
  today: IsoDate,
): (organisation: SeekerFacts) => TermsVerdict {
  const { common, others, numbers, onNeed, onAward, awardNumbers } = ruleSetsOf(terms.values)
  const sets = numbersThrough(terms.numbers, numbers)
  const awards = numbersThrough(terms.numbers, awardNumbers)
  const nameOf = alikeness(terms.values)
  const knownAlike = kept(MOST_KEPT, () => new Uint8Array(common.length))
  const knownNeed = kept(MOST_KEPT, () => new Uint8Array(onNeed.length))
  return (organisation) => {
    const byCommon = knownAlike(nameOf(organisation))
    const byNeed = knownNeed(needName(organisation))
    let byOthers: Uint8Array | undefined
    const judgeOnce = (known: Uint8Array, set: number, rules: readonly AppliedRule[] = NONE): number => {
      const verdict = known[set] || judgeRules(rules, organisation, today)
      known[set] = verdict
      return verdict
    }
    const judgeOthers = (set: number, rules: readonly AppliedRule[]): number => {
      byOthers ??= new Uint8Array(common.length)
      return judgeOnce(byOthers, set, rules)
    }
    return (slot) => {
      const set = sets[slot] ?? 0
      const award = awards[slot] ?? 0
      const verdict = Math.max(
        byCommon[set] || judgeOnce(byCommon, set, common[set]),
        byNeed[award] || judgeOnce(byNeed, award, onNeed[award]),
      )
      const rest = others[set] ?? NONE
      const restOfAward = onAward[award] ?? NONE
      if (verdict === INELIGIBLE || rest.length + restOfAward.length === 0) return verdict
      return Math.max(verdict, judgeOthers(set, rest), judgeRules(restOfAward, organisation, today))
    }
  }
}

const NONE: readonly AppliedRule[] = []

/** Organisations that are alike are judged once as long as there are no more kinds of them than that. */
export const MOST_KEPT = 4_000

/** Organisations with the same name look for the same. */
export const needName = ({ needMin, needMax }: Pick<SeekerFacts, 'needMin' | 'needMax'>): string =>
  `${needMin} ${needMax}`

/** Verdicts as numbers, so that of several the highest holds; 0 is not judged yet. */
export const ELIGIBLE = 1
export const UNCLEAR = 2
export const INELIGIBLE = 3

function judgeRules(rules: readonly AppliedRule[], organisation: SeekerFacts, today: IsoDate): number {
  let verdict = ELIGIBLE
  for (const rule of rules) {
    const { outcome, isOpen } = rule.find(organisation, today)
    if (outcome === 'fail') return INELIGIBLE
    if (isOpen) verdict = UNCLEAR
  }
  return verdict
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
