import { count } from '../../base/text.ts'
import { factValue } from '../../domain/fact.ts'
import { findingsOf, type Rule } from './rule.ts'

const warning = findingsOf<number>().pass(
  ({ terms }) => `This closes early once ${count(terms, 'bid has', 'bids have')} come in: apply soon.`,
)

/** Warns that it closes once so many have applied. Never a no: nobody knows how many have. */
export const closesEarly: Rule<number> = {
  name: 'closes_early',
  profile: [],
  facts: ['closesAfter'],
  fields: [],
  read: ({ rules }) => factValue(rules.closesAfter) || null,
  judge: () => warning,
  wish: (most) => `close once ${count(most, 'bid has', 'bids have')} come in`,
}
