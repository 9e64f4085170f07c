import type { IsoDate } from '../../base/date.ts'
import type { AskedField } from '../../domain/opening.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Rankable } from '../catalogue/rankable.ts'
import type { AppliedRule } from '../rules/applied-rule.ts'
import { type RuleList, rulesAt } from './rules-at.ts'

/** How an organisation stands to the rules of one opportunity, without a word. */
export interface Standing {
  /** The rules that shut it out. */
  readonly bars: readonly AppliedRule[]
  /** Whether one of them is a no that nothing could change. */
  readonly isFinal: boolean
  /** What keeps the verdict from being a yes: a field to tell, or null for whatever else; each as often as it comes. */
  readonly open: readonly (AskedField | null)[]
}

/** Judges every rule of an opportunity, by slot; what opportunities share is judged once. */
export function standingAt(
  rankable: Rankable,
  organisation: Organisation,
  today: IsoDate,
): (slot: number) => Standing {
  const rules = rulesAt(rankable)
  const judged = new Map<RuleList, Standing>()
  const judge = (list: RuleList): Standing => {
    const standing = judged.get(list) ?? judgeAll(list, organisation, today)
    judged.set(list, standing)
    return standing
  }
  return (slot) => {
    const all = rules(slot).map(judge)
    return {
      bars: all.flatMap(({ bars }) => bars),
      isFinal: all.some(({ isFinal }) => isFinal),
      open: all.flatMap(({ open }) => open),
    }
  }
}

function judgeAll(rules: RuleList, organisation: Organisation, today: IsoDate): Standing {
  const found = rules.map((rule) => ({ rule, ...rule.find(organisation, today) }))
  const failed = found.filter(({ outcome }) => outcome === 'fail')
  return {
    bars: failed.map(({ rule }) => rule),
    isFinal: failed.some(({ opens }) => opens === null),
    open: found.filter(({ isOpen }) => isOpen).map(({ asks }) => asks),
  }
}
