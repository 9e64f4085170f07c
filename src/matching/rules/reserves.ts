import { sayMonths } from '../../base/date.ts'
import { factValue } from '../../domain/fact.ts'
import { findingsOf, type Rule, toDo } from './rule.ts'

const { pass, fail, notTold } = findingsOf<number>()

const asks = (most: number) =>
  `It takes organisations with free reserves of at most ${sayMonths(most)} of their spending`

const unknown = notTold(
  'reservesMonths',
  ({ terms }) => `${asks(terms)}, and we do not know yours.`,
  () => 'How many months of your spending would your free reserves cover?',
)
const within = pass(
  ({ terms, organisation }) => `${asks(terms)}; yours are ${sayMonths(organisation.reservesMonths ?? 0)}.`,
)
const above = fail(
  within.sentence,
  ({ terms }) => `Opens if your free reserves were ${sayMonths(terms)} or less.`,
  ({ terms }) => [
    toDo(`Bring your free reserves down to ${sayMonths(terms)} of your spending`, { reservesMonths: terms }),
  ],
)

/** Whether the organisation's free reserves are small enough. A policy on reserves is one of the policies. */
export const reserves: Rule<number> = {
  name: 'reserves',
  profile: ['reservesMonths'],
  facts: ['reservesMax'],
  fields: [],
  read: ({ rules }) => factValue(rules.reservesMax),
  judge(most, { reservesMonths: own }) {
    if (own === null) return unknown
    return own <= most ? within : above
  },
  wish: (most) => `fund organisations with free reserves of at most ${sayMonths(most)} of their spending`,
}
