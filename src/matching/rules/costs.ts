import { type Fact, factValue } from '../../domain/fact.ts'
import { CostType, sayCosts } from '../../domain/vocabulary.ts'
import { type Finding, findingsOf, type Rule, toDo } from './rule.ts'

type Costs = readonly CostType[]

interface Terms {
  /** Null when the funder does not say what it pays for. */
  readonly paid: Costs | null
  readonly notPaid: Costs
  /** A list that was read from words can be incomplete. */
  readonly isInferred: boolean
  /** Whether it pays for something that it does not pay for. */
  readonly isContradictory: boolean
}

const { pass, fail, unclear, notTold } = findingsOf<Terms>()

/** What each kind of cost holds for certain, and what it may hold. */
const HOLDS: Readonly<Partial<Record<CostType, Costs>>> = { revenue: ['core', 'project', 'salaries'] }
const MAY_HOLD: Readonly<Partial<Record<CostType, Costs>>> = {
  core: ['salaries'],
  project: ['salaries', 'capital'],
}

/** What follows "It" and a verb, or "would rather". */
function sayPaid({ paid, notPaid }: Terms, verb: 'pay' | 'pays'): string {
  const not = sayCosts(notPaid, 'or')
  if (paid === null) return `${verb === 'pay' ? 'not pay' : 'does not pay'} for ${not}`
  return `${verb} for ${sayCosts(paid)}${not === '' ? '' : ` and not for ${not}`}`
}
const asks = (terms: Terms) => `It ${sayPaid(terms, 'pays')}`

const contradictory = unclear(
  ({ terms }) => `${asks(terms)}: that cannot be.`,
  () => 'What does the funder pay for?',
)
const empty = unclear(
  () => 'The funder limits what it pays for, and names nothing.',
  () => 'What does the funder pay for?',
)
const unknown = notTold(
  'costs',
  ({ terms }) => `${asks(terms)}, and we do not know what you need money for.`,
  () => 'What do you need money for: buildings and equipment, core costs, a project or salaries?',
)
const pays = pass(
  ({ terms, organisation }) => `${asks(terms)}; you need money for ${sayCosts(organisation.costs)}.`,
)
const mayPay = unclear(
  pays.sentence,
  ({ organisation }) => `Does the funder’s money cover ${sayCosts(organisation.costs, 'or')}?`,
)
const paysNone = fail(
  pays.sentence,
  ({ terms }) =>
    terms.paid === null
      ? 'Opens if you needed money for something else.'
      : `Opens if you needed money for ${sayCosts(terms.paid, 'or')}.`,
  ({ terms: { paid, notPaid } }) =>
    (paid ?? CostType.options)
      .filter((cost) => !holds(notPaid, cost))
      .map((cost) => toDo(`Ask for ${sayCosts([cost])}`, { costs: [cost] })),
)

/** Whether the funder pays for any of what the organisation needs money for. */
export const costs: Rule<Terms> = {
  name: 'costs',
  profile: ['costs'],
  facts: ['costs', 'costsNotPaid'],
  fields: [],
  read: ({ rules }) => termsOf(rules.costs, rules.costsNotPaid),
  judge(terms, { costs: needs }): Finding<Terms> {
    const { paid, notPaid } = terms
    if (paid?.length === 0) return empty
    if (terms.isContradictory) return contradictory
    if (needs.length === 0) return unknown
    const left = needs.filter((need) => !holds(notPaid, need))
    if (paid === null ? left.length > 0 : left.some((need) => holds(paid, need) || isPartOf(need, paid))) {
      return pays
    }
    return left.some((need) => terms.isInferred || mayHold(paid ?? [], need)) ? mayPay : paysNone
  },
  wish: (terms) => sayPaid(terms, 'pay'),
}

function termsOf(costsFact: Fact<Costs>, notPaidFact: Fact<Costs>): Terms | null {
  const [paid, notPaid] = [factValue(costsFact), factValue(notPaidFact) ?? []]
  if (paid === null && notPaid.length === 0) return null
  return {
    paid,
    notPaid,
    isInferred: costsFact.basis === 'inferred',
    isContradictory: paid?.some((cost) => holds(notPaid, cost)) ?? false,
  }
}

const holds = (list: Costs, cost: CostType): boolean =>
  list.some((one) => one === cost || HOLDS[one]?.includes(cost))

const mayHold = (list: Costs, cost: CostType): boolean => list.some((one) => MAY_HOLD[one]?.includes(cost))

/** Who needs all day-to-day costs can use a part of them. */
const isPartOf = (need: CostType, paid: Costs): boolean => paid.some((cost) => HOLDS[need]?.includes(cost))
