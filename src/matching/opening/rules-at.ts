import { NO_DEADLINE_KNOWN } from '../../domain/deadline.ts'
import { strengthOf } from '../../domain/fact.ts'
import { NO_RULES } from '../../domain/rules.ts'
import type { Place, Rankable } from '../catalogue/rankable.ts'
import { ruleListsOf } from '../rank/rule-sets.ts'
import { type AppliedRule, applyRule } from '../rules/applied-rule.ts'
import { area } from '../rules/area.ts'
import type { Ruled } from '../rules/rule.ts'

/** Rules that many opportunities share: the very same list for each of them. */
export type RuleList = readonly AppliedRule[]

const PLACED = new WeakMap<readonly Place[], readonly RuleList[]>()

/** Finds what the funder of each opportunity insists on, but for the deadline, by slot. */
export function rulesAt({ terms, places }: Rankable): (slot: number) => readonly RuleList[] {
  const lists = ruleListsOf(terms.values)
  const placed = PLACED.get(places.values) ?? places.values.map(areaRules)
  PLACED.set(places.values, placed)
  return (slot) => [placed[places.numbers[slot] ?? 0] ?? NONE, ...lists(terms.numbers[slot] ?? 0)]
}

const NONE: RuleList = []

/** The rule for the place, which ranking keeps apart from the others. */
function areaRules({ rule: areas }: Place): RuleList {
  if (strengthOf(areas) === 'preferred') return NONE
  const rule = applyRule(area, { ...SILENT, rules: { ...NO_RULES, areas } }, 'required')
  return rule === null ? NONE : [rule]
}

/** An opportunity that says nothing: the rule for the place looks at nothing else. */
const SILENT: Ruled = {
  kind: 'grant',
  awardMin: null,
  awardMax: null,
  currency: 'GBP',
  vcseSignals: [],
  funder: { name: '-', orgId: null },
  deadline: NO_DEADLINE_KNOWN,
  rules: NO_RULES,
}
