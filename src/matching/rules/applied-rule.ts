import type { IsoDate } from '../../base/date.ts'
import { type Strength, strengthOf } from '../../domain/fact.ts'
import type { FunderField, RuleName, RuleOutcome } from '../../domain/match.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Rules } from '../../domain/rules.ts'
import type { Finding, Rule, Ruled, Step } from './rule.ts'

/** What a rule finds of one organisation, before it is put into words. */
export type Found = Pick<Finding<never>, 'outcome' | 'isOpen' | 'asks' | 'opens'>

/** A rule as one opportunity sets it. */
export interface AppliedRule {
  readonly name: RuleName
  readonly strength: Strength
  /** What it looks at in a profile; empty when it says the same to everybody. */
  readonly profile: Rule<never>['profile']
  find(organisation: Organisation, today: IsoDate): Found
  /** The same finding, in words. */
  say(organisation: Organisation, today: IsoDate): RuleOutcome
  /** What the organisation could do where it fails, each enough by itself. */
  stepsFor(organisation: Organisation, today: IsoDate): readonly Step[]
  /** Whether a step of the rule, as this opportunity sets it or as another does, is enough. */
  isMetBy(step: Step, organisation: Organisation, today: IsoDate): boolean
}

/** Null when the rule has nothing to say of this opportunity. */
export function applyRule<Terms>(
  rule: Rule<Terms>,
  opportunity: Ruled,
  strength: Strength,
): AppliedRule | null {
  const terms = rule.read(opportunity)
  if (terms === null) return null
  const { name, profile: profileFields } = rule
  return {
    name,
    strength,
    profile: profileFields,
    find: (organisation, today) => rule.judge(terms, organisation, today),
    say(organisation, today) {
      const { outcome, sentence, question, opens } = rule.judge(terms, organisation, today)
      const asked = { terms, organisation, today }
      const isRequired = strength === 'required'
      return {
        rule: name,
        outcome,
        strength,
        sentence: isRequired ? sentence(asked) : sayWish(rule.wish(terms), outcome),
        question: question?.(asked) ?? null,
        opens: isRequired ? (opens?.(asked) ?? null) : null,
        quote: outcome === 'not_stated' ? null : quoteOf(rule, opportunity.rules),
        profileFields,
        funderFields: fieldsOf(rule, opportunity),
      }
    },
    stepsFor: (organisation, today) =>
      rule.judge(terms, organisation, today).steps({ terms, organisation, today }),
    isMetBy(step, organisation, today) {
      if (rule.isMetBy) return rule.isMetBy(terms, step)
      const { outcome } = rule.judge(terms, { ...organisation, ...step.changes }, step.on ?? today)
      // A wait ends a no, whatever else is to be asked then.
      return outcome === 'pass' || (step.on !== null && outcome === 'unclear')
    },
  }
}

const sayWish = (wish: string, outcome: RuleOutcome['outcome']): string =>
  `They would rather ${wish}. ${WISH_ENDS[outcome]}`

const WISH_ENDS: Readonly<Record<RuleOutcome['outcome'], string>> = {
  pass: 'That is so for you.',
  fail: 'That is not so for you, and it does not shut you out.',
  unclear: 'We do not know whether that is so for you; it does not shut you out.',
  not_stated: 'It does not shut you out.',
}

/** The funder's words for the facts that were read from words; null when all are stated. */
function quoteOf({ facts }: Pick<Rule<never>, 'facts'>, rules: Rules): string | null {
  const quotes = facts.flatMap((key) => {
    const fact = rules[key]
    return fact.basis === 'inferred' ? [fact.quote] : []
  })
  return quotes.length === 0 ? null : [...new Set(quotes)].join(' … ')
}

const fieldsOf = (
  { facts, fields }: Pick<Rule<never>, 'facts' | 'fields'>,
  { rules, ...content }: Ruled,
): readonly FunderField[] => [
  ...facts.filter((key) => strengthOf(rules[key]) !== null).map((key) => `rules.${key}` as const),
  ...fields.filter((field) => content[field] !== null && !isEmpty(content[field])),
]

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0
