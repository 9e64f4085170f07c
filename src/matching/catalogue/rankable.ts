import { NO_DEADLINE_KNOWN } from '../../domain/deadline.ts'
import { type Fact, UNKNOWN } from '../../domain/fact.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { RuleKey, Rules } from '../../domain/rules.ts'
import type { Whereabouts } from '../places/whereabouts.ts'
import type { Ruled } from '../rules/rule.ts'
import type { Interned } from './interned.ts'
import type { KeyIndex } from './key-index.ts'

/**
 * What ranking needs of all open opportunities, by slot: those for everywhere first, then place by
 * place. It holds no text, so that it can be stored and shared between threads.
 */
export interface Rankable {
  readonly ids: readonly OpportunityId[]
  /** How many of them, from the first, are for everywhere or for places that nobody stated. */
  readonly everywhere: number
  readonly index: KeyIndex
  /** What each adds to the score of every organisation alike, in units. */
  readonly shared: Int32Array
  /** The place of each by id: ties go to the lower one. */
  readonly ranks: Int32Array
  readonly places: Interned<Place>
  readonly terms: Interned<Terms>
  readonly times: Interned<Times>
}

/** Where an opportunity is for: as a rule, and as its fit is scored. */
export interface Place {
  readonly rule: Rules['areas']
  readonly where: Whereabouts
}

/** When bids are taken. */
export type Times = Pick<Opportunity, 'deadline' | 'forecast' | 'ended'>

/** What else ranking asks of an opportunity: what its rules read, but for the place. */
export type Terms = Ruled

export const placeOf = ({ rules }: Opportunity, where: Whereabouts): Place => ({
  rule: withoutQuote(rules.areas),
  where,
})

export const timesOf = ({ deadline, forecast, ended }: Opportunity): Times => ({ deadline, forecast, ended })

/** The place is judged by itself; the funder and the dates are there only for the rules that read them. */
export const termsOf = ({
  kind,
  awardMin,
  awardMax,
  currency,
  vcseSignals,
  funder,
  deadline,
  rules,
}: Opportunity): Terms => {
  const isDated = DATED.some((key) => rules[key].basis !== 'unknown')
  return {
    kind,
    awardMin,
    awardMax,
    currency,
    vcseSignals,
    funder: isDated ? funder : NO_FUNDER,
    deadline: isDated ? deadline : NO_DEADLINE_KNOWN,
    rules: withoutQuotes({ ...rules, areas: UNKNOWN }),
  }
}

const DATED: readonly RuleKey[] = ['monthsRunning', 'monthsOfAccounts', 'reapplyGap', 'oneLiveAward']
const NO_FUNDER = { name: '-', orgId: null }

/** A schema has told that each fact has the type of its key, and each stays the same but for its quote. */
const withoutQuotes = (rules: Rules): Rules =>
  Object.fromEntries(Object.entries(rules).map(([key, fact]) => [key, withoutQuote(fact)])) as Rules

/** Whether words can be quoted makes no difference to a verdict. */
const withoutQuote = <T extends Fact<unknown>>(fact: T): T =>
  fact.basis === 'inferred' ? { ...fact, quote: '' } : fact
