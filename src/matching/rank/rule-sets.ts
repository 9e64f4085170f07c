import type { RuleName } from '../../domain/match.ts'
import { internAll } from '../catalogue/interned.ts'
import type { Terms } from '../catalogue/rankable.ts'
import type { AppliedRule } from '../rules/applied-rule.ts'
import { rulesOf } from '../rules/rules-of.ts'

/**
 * The rules of all terms but for the place, in sets that many terms share: thousands of terms differ in
 * their award alone, and rules that lie together are quick to read.
 */
export interface RuleSets {
  /** Rules that ask only for the legal form, the registers and the income, by number of set. */
  readonly common: readonly (readonly AppliedRule[])[]
  /** All others that do not read the award, by the same number. */
  readonly others: readonly (readonly AppliedRule[])[]
  /** The number of those two sets, by number of terms. */
  readonly numbers: ArrayLike<number>
  /** Those that read the award and nothing but what the organisation looks for, by their own number. */
  readonly onNeed: readonly (readonly AppliedRule[])[]
  /** All others that read the award, by the same number. */
  readonly onAward: readonly (readonly AppliedRule[])[]
  readonly awardNumbers: ArrayLike<number>
}

/** Whatever reads `awardMin` or `awardMax`. */
export const OF_AWARD: readonly RuleName[] = ['amount', 'share_of_income', 'subsidy']
const COMMON: readonly string[] = ['legalForm', 'orgIds', 'income']
const NEED: readonly string[] = ['needMin', 'needMax']

const isOfAward = ({ name }: AppliedRule): boolean => OF_AWARD.includes(name)
const isOfNeed = ({ profile }: AppliedRule): boolean => profile.every((field) => NEED.includes(field))
const isCommon = ({ profile }: AppliedRule): boolean => profile.every((field) => COMMON.includes(field))

const KEPT = new WeakMap<readonly Terms[], RuleSets>()

/** Rules do not ask for the moment: those of a catalogue are kept as long as its terms are. */
export function ruleSetsOf(terms: readonly Terms[]): RuleSets {
  const sets = KEPT.get(terms) ?? readSets(terms)
  KEPT.set(terms, sets)
  return sets
}

/** All rules of terms but for the place, by their number: the very lists that they share with others. */
export function ruleListsOf(
  terms: readonly Terms[],
): (number: number) => readonly (readonly AppliedRule[])[] {
  const { common, others, numbers, onNeed, onAward, awardNumbers } = ruleSetsOf(terms)
  return (number) => {
    const set = numbers[number] ?? 0
    const award = awardNumbers[number] ?? 0
    return [common[set] ?? [], others[set] ?? [], onNeed[award] ?? [], onAward[award] ?? []]
  }
}

function readSets(terms: readonly Terms[]): RuleSets {
  const rules = terms.map((it) => rulesOf(it).required.filter(({ name }) => name !== 'area'))
  const { values: alike, numbers } = internAll(terms.map(withoutAward))
  const { values: awards, numbers: awardNumbers } = internAll(terms.map(awardTerms))
  const rest = firstOf(alike.length, numbers, rules).map((all) => all.filter((rule) => !isOfAward(rule)))
  const ofAwards = firstOf(awards.length, awardNumbers, rules).map((all) => all.filter(isOfAward))
  return {
    common: rest.map((all) => all.filter(isCommon)),
    others: rest.map((all) => all.filter((rule) => !isCommon(rule))),
    numbers,
    onNeed: ofAwards.map((all) => all.filter(isOfNeed)),
    onAward: ofAwards.map((all) => all.filter((rule) => !isOfNeed(rule))),
    awardNumbers,
  }
}

const withoutAward = (terms: Terms): Terms => ({ ...terms, awardMin: null, awardMax: null })

/** What rules on the award read: the facts beside it too, where they are known. */
const awardTerms = ({ kind, awardMin, awardMax, currency, rules }: Terms) => ({
  kind,
  awardMin,
  awardMax,
  currency,
  facts: [rules.percentOfIncome, rules.minimalFinancialAssistance],
})

/** Of each number, what stands where it comes first. */
function firstOf<T>(count: number, numbers: ArrayLike<number>, all: readonly T[]): T[] {
  const first = new Map<number, T>()
  for (const [at, one] of all.entries()) {
    const number = numbers[at] ?? 0
    if (!first.has(number)) first.set(number, one)
  }
  return Array.from({ length: count }, (_, number) => first.get(number)).filter((it) => it !== undefined)
}
