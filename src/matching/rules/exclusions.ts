import { factValue } from '../../domain/fact.ts'
import { sayUses, type Use } from '../../domain/vocabulary.ts'
import { type Asked, findingsOf, type Rule, type Step, toDo } from './rule.ts'

type Uses = readonly Use[]

const { pass, fail, notTold } = findingsOf<Uses>()

const asks = (uses: Uses) => `It does not pay for ${sayUses(uses)}`
const shared = ({ terms, organisation }: Asked<Uses>) =>
  terms.filter((use) => organisation.uses?.includes(use))

const unknown = notTold(
  'uses',
  ({ terms }) => `${asks(terms)}, and we do not know whether any of your money would go there.`,
  ({ terms }) => `Would any of the money go to ${sayUses(terms)}?`,
)
const none = pass(({ terms }) => `${asks(terms)}, and none of your money would go there.`)
const some = fail(
  (asked) => `${asks(asked.terms)}; some of your money would go to ${sayUses(shared(asked), 'and')}.`,
  (asked) => `Opens if none of the money went to ${sayUses(shared(asked))}.`,
  (asked) => toLeaveOut(asked.organisation.uses ?? [], shared(asked)),
)

/** Each use is a thing of its own: where two are ruled out, to leave out one is not enough. */
const toLeaveOut = (own: Uses, [one, ...others]: Uses): readonly Step[] =>
  one === undefined || others.length > 0
    ? []
    : [toDo(`Bid without money for ${sayUses([one])}`, { uses: own.filter((use) => use !== one) })]

/** Whether the money would go to something that the funder rules out. */
export const exclusions: Rule<Uses> = {
  name: 'exclusions',
  profile: ['uses'],
  facts: ['notFor'],
  fields: [],
  read({ rules }) {
    const uses = factValue(rules.notFor) ?? []
    return uses.length === 0 ? null : uses
  },
  judge(terms, { uses }) {
    if (uses === null) return unknown
    return terms.some((use) => uses.includes(use)) ? some : none
  },
  wish: (uses) => `not pay for ${sayUses(uses)}`,
}
