import type { IsoDate } from '../../base/date.ts'
import type { ProfileField, RuleName, RuleOutcome } from '../../domain/match.ts'
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

/** One thing that a rule can find: its outcome at once, its words when they are asked for. */
export interface Finding<Terms> {
  readonly outcome: RuleOutcome['outcome']
  /** Whether it keeps a verdict from being a yes, where nothing fails. */
  readonly isOpen: boolean
  readonly sentence: Say<Terms>
  readonly question: Say<Terms> | null
  readonly opens: ((asked: Asked<Terms>) => string | null) | null
}

interface Findings<Terms> {
  pass(sentence: Say<Terms>): Finding<Terms>
  /** @param opens - what would have to change; null where nothing could */
  fail(sentence: Say<Terms>, opens: Finding<Terms>['opens']): Finding<Terms>
  /** @param question - the one that would settle it */
  unclear(sentence: Say<Terms>, question: Say<Terms>): Finding<Terms>
  /** @param question - what to look up, when the silence keeps the verdict from being a yes */
  notStated(sentence: Say<Terms>, question?: Say<Terms> | null): Finding<Terms>
}

/** The makers of a rule's findings. */
export const findingsOf = <Terms>(): Findings<Terms> => ({
  pass: (sentence) => ({ outcome: 'pass', isOpen: false, sentence, question: null, opens: null }),
  fail: (sentence, opens) => ({ outcome: 'fail', isOpen: false, sentence, question: null, opens }),
  unclear: (sentence, question) => ({ outcome: 'unclear', isOpen: true, sentence, question, opens: null }),
  notStated: (sentence, question = null) => ({
    outcome: 'not_stated',
    isOpen: question !== null,
    sentence,
    question,
    opens: null,
  }),
})
