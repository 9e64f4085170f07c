import { factValue } from '../../domain/fact.ts'
import type { ProfileField, RuleName } from '../../domain/match.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { RuleKey, Rules } from '../../domain/rules.ts'
import { findingsOf, type Rule } from './rule.ts'

type KeysOf<Owner, Value> = {
  [Key in keyof Owner]-?: Owner[Key] extends Value ? Key : never
}[keyof Owner]

interface Words {
  readonly name: RuleName
  readonly fact: KeysOf<Rules, Rules['partners']> & RuleKey
  readonly field: KeysOf<Organisation, number | null> & ProfileField
  /** Begins a sentence. */
  asks(least: number): string
  /** Ends it. */
  has(own: number): string
  /** What ends it when that is not known. */
  readonly notKnown: string
  readonly question: string
  opens(least: number, own: number): string
  wish(least: number): string
}

/** A rule that a number of the organisation's is at least the funder's; a least of nought asks nothing. */
export function atLeast({ name, fact, field, ...words }: Words): Rule<number> {
  const { pass, fail, unclear } = findingsOf<number>()
  const notTold = unclear(
    ({ terms }) => `${words.asks(terms)}, and we do not know ${words.notKnown}.`,
    () => words.question,
  )
  const sayBoth = ({ terms, organisation }: { terms: number; organisation: Organisation }) =>
    `${words.asks(terms)}; you ${words.has(organisation[field] ?? 0)}.`
  const enough = pass(sayBoth)
  const tooFew = fail(sayBoth, ({ terms, organisation }) => words.opens(terms, organisation[field] ?? 0))
  return {
    name,
    profile: [field],
    facts: [fact],
    fields: [],
    read: ({ rules }) => factValue(rules[fact]) || null,
    judge(least, organisation) {
      const own = organisation[field]
      if (own === null) return notTold
      return own >= least ? enough : tooFew
    },
    wish: words.wish,
  }
}
