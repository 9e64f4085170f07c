import { factValue } from '../../domain/fact.ts'
import type { RuleName } from '../../domain/match.ts'
import type { AskedField } from '../../domain/opening.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { RuleKey, Rules } from '../../domain/rules.ts'
import { findingsOf, type Rule, toDo } from './rule.ts'

type KeysOf<Owner, Value> = {
  [Key in keyof Owner]-?: Owner[Key] extends Value ? Key : never
}[keyof Owner]

interface Words {
  readonly name: RuleName
  readonly fact: KeysOf<Rules, Rules['partners']> & RuleKey
  readonly field: KeysOf<Organisation, number | null> & AskedField
  /** Begins a sentence. */
  asks(least: number): string
  /** Ends it. */
  has(own: number): string
  /** What ends it when that is not known. */
  readonly notKnown: string
  readonly question: string
  opens(least: number, own: number): string
  /** The same as an order, without a full stop. */
  step(least: number, own: number): string
  wish(least: number): string
}

/** A rule that a number of the organisation's is at least the funder's; a least of nought asks nothing. */
export function atLeast({ name, fact, field, ...words }: Words): Rule<number> {
  const { pass, fail, notTold } = findingsOf<number>()
  const unknown = notTold(
    field,
    ({ terms }) => `${words.asks(terms)}, and we do not know ${words.notKnown}.`,
    () => words.question,
  )
  const sayBoth = ({ terms, organisation }: { terms: number; organisation: Organisation }) =>
    `${words.asks(terms)}; you ${words.has(organisation[field] ?? 0)}.`
  const enough = pass(sayBoth)
  const tooFew = fail(
    sayBoth,
    ({ terms, organisation }) => words.opens(terms, organisation[field] ?? 0),
    ({ terms, organisation }) => [toDo(words.step(terms, organisation[field] ?? 0), { [field]: terms })],
  )
  return {
    name,
    profile: [field],
    facts: [fact],
    fields: [],
    read: ({ rules }) => factValue(rules[fact]) || null,
    judge(least, organisation) {
      const own = organisation[field]
      if (own === null) return unknown
      return own >= least ? enough : tooFew
    },
    wish: words.wish,
  }
}
