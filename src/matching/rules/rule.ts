import type { IsoDate } from '../../base/date.ts'
import type { ProfileField, RuleName, RuleOutcome } from '../../domain/match.ts'
import type { AskedField } from '../../domain/opening.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { RuleKey } from '../../domain/rules.ts'

/** What rules read of an opportunity: no text. */
export type Ruled = Pick<
  Opportunity,
  'kind' | 'awardMin' | 'awardMax' | 'currency' | 'vcseSignals' | 'funder' | 'deadline' | 'rules'
>

/**
 * One rule. Judging is apart from saying, because millions of pairs are judged and few are ever read:
 * `read` looks at an opportunity once, `judge` picks one of the rule's findings for an organisation
 * and builds no text, and the finding says itself when somebody reads it.
 *
 * @typeParam Terms - what the rule needs to know of an opportunity
 */
export interface Rule<Terms> {
  readonly name: RuleName
  /** What it looks at in a profile; empty when it says the same to everybody. */
  readonly profile: readonly ProfileField[]
  /** The funder's facts that it rests on. */
  readonly facts: readonly RuleKey[]
  /** What else of an opportunity it rests on. */
  readonly fields: readonly Exclude<keyof Ruled, 'rules'>[]
  /** Null when it has nothing to say of this opportunity, whoever asks. */
  read(opportunity: Ruled): Terms | null
  judge(terms: Terms, organisation: Organisation, today: IsoDate): Finding<Terms>
  /** Whether a step is enough for it. Without this it is where the rule passes, judged as if it were done, or a wait is over. */
  isMetBy?(terms: Terms, step: Step): boolean
  /** The rule as a wish: ends the sentence that begins "They would rather". */
  wish(terms: Terms): string
}

/** What a finding is said of. */
export interface Asked<Terms> {
  readonly terms: Terms
  readonly organisation: Organisation
  readonly today: IsoDate
}

type Say<Terms> = (asked: Asked<Terms>) => string

/** One thing that an organisation could do, or wait for, so that a rule shuts it out no more. */
export interface Step {
  /** As an order, without a full stop. @example 'Get a policy on safeguarding' */
  readonly text: string
  /** What it makes so of the organisation, or of a partner in its place, as far as the rule looks. */
  readonly changes: Partial<Organisation>
  /** The day on which it is so; null when any day will do. */
  readonly on: IsoDate | null
}

/** Something to do. */
export const toDo = (text: string, changes: Partial<Organisation>): Step => ({ text, changes, on: null })

/** Something to wait for. */
export const toWaitFor = (text: string, on: IsoDate): Step => ({ text, changes: {}, on })

type Steps<Terms> = (asked: Asked<Terms>) => readonly Step[]

/** One thing that a rule can find: its outcome at once, its words when they are asked for. */
export interface Finding<Terms> {
  readonly outcome: RuleOutcome['outcome']
  /** Whether it keeps a verdict from being a yes, where nothing fails. */
  readonly isOpen: boolean
  readonly sentence: Say<Terms>
  readonly question: Say<Terms> | null
  /** What would have to change; null where nothing could, and for whatever is no failure. */
  readonly opens: Say<Terms> | null
  /** What the organisation could do, each enough by itself; often nothing, though something else could change. */
  readonly steps: Steps<Terms>
  /** What the organisation would have to tell to settle it; null where it is not for the organisation to tell. */
  readonly asks: AskedField | null
}

interface Findings<Terms> {
  pass(sentence: Say<Terms>): Finding<Terms>
  fail(sentence: Say<Terms>, opens: Finding<Terms>['opens'], steps?: Steps<Terms>): Finding<Terms>
  /** @param question - the one that would settle it */
  unclear(sentence: Say<Terms>, question: Say<Terms>): Finding<Terms>
  /** As `unclear`, since the organisation has not told the field. */
  notTold(field: AskedField, sentence: Say<Terms>, question: Say<Terms>): Finding<Terms>
  /** @param question - what to look up, when the silence keeps the verdict from being a yes */
  notStated(sentence: Say<Terms>, question?: Say<Terms> | null): Finding<Terms>
}

/** What findings are unless they say otherwise. */
const PLAIN = { isOpen: false, question: null, opens: null, steps: () => [], asks: null } as const

/** The makers of a rule's findings. */
export const findingsOf = <Terms>(): Findings<Terms> => ({
  pass: (sentence) => ({ ...PLAIN, outcome: 'pass', sentence }),
  fail: (sentence, opens, steps = PLAIN.steps) => ({ ...PLAIN, outcome: 'fail', sentence, opens, steps }),
  unclear: (sentence, question) => ({ ...PLAIN, outcome: 'unclear', isOpen: true, sentence, question }),
  notTold: (asks, sentence, question) => ({
    ...PLAIN,
    outcome: 'unclear',
    isOpen: true,
    sentence,
    question,
    asks,
  }),
  notStated: (sentence, question = null) => ({
    ...PLAIN,
    outcome: 'not_stated',
    isOpen: question !== null,
    sentence,
    question,
  }),
})
