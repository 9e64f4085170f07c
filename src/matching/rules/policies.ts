import { factValue } from '../../domain/fact.ts'
import { type Policy, sayPolicies } from '../../domain/vocabulary.ts'
import { type Asked, findingsOf, type Rule, type Step, toDo } from './rule.ts'

type Policies = readonly Policy[]

const { pass, fail, notTold } = findingsOf<Policies>()

const asks = (policies: Policies) => `It asks for ${sayPolicies(policies)}`
const missing = ({ terms, organisation }: Asked<Policies>) =>
  terms.filter((policy) => !organisation.policies?.includes(policy))

const unknown = notTold(
  'policies',
  ({ terms }) => `${asks(terms)}, and we do not know which you have.`,
  ({ terms }) => `Do you have ${sayPolicies(terms)}?`,
)
const has = pass(({ terms }) => `${asks(terms)}, which you have.`)
const lacks = fail(
  (asked) => `${asks(asked.terms)}; you do not have ${sayPolicies(missing(asked))}.`,
  (asked) => `Opens with ${sayPolicies(missing(asked))}.`,
  (asked) => toGet(asked.organisation.policies ?? [], missing(asked)),
)

/** Each policy is a thing of its own: where two are missing, neither is enough. */
const toGet = (own: Policies, [one, ...others]: Policies): readonly Step[] =>
  one === undefined || others.length > 0
    ? []
    : [toDo(`Get ${sayPolicies([one])}`, { policies: [...own, one] })]

/** Whether the organisation has every policy that is asked for. */
export const policies: Rule<Policies> = {
  name: 'policies',
  profile: ['policies'],
  facts: ['policies'],
  fields: [],
  read({ rules }) {
    const asked = factValue(rules.policies) ?? []
    return asked.length === 0 ? null : asked
  },
  judge(asked, { policies: own }) {
    if (own === null) return unknown
    return asked.every((policy) => own.includes(policy)) ? has : lacks
  },
  wish: (asked) => `fund organisations with ${sayPolicies(asked)}`,
}
