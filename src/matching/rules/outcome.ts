import type { RuleName, RuleOutcome } from '../../domain/match.ts'

type Maker = (sentence: string, quote?: string | null) => RuleOutcome

/** The outcomes that one rule can have. */
export interface Outcomes {
  readonly pass: Maker
  readonly fail: Maker
  /** @param question - what would settle it */
  unclear(sentence: string, question: string, quote?: string | null): RuleOutcome
  /** @param question - what to look up, when the silence keeps the verdict from being a yes */
  notStated(sentence: string, question?: string | null): RuleOutcome
}

export const outcomesOf = (rule: RuleName): Outcomes => ({
  pass: (sentence, quote = null) => ({ rule, outcome: 'pass', sentence, question: null, quote }),
  fail: (sentence, quote = null) => ({ rule, outcome: 'fail', sentence, question: null, quote }),
  unclear: (sentence, question, quote = null) => ({ rule, outcome: 'unclear', sentence, question, quote }),
  notStated: (sentence, question = null) => ({
    rule,
    outcome: 'not_stated',
    sentence,
    question,
    quote: null,
  }),
})
