import { sayMoney } from '../../base/money.ts'
import { awardOf, needOf, type Range, sayRange } from '../award-range.ts'
import { type Asked, findingsOf, type Rule, toDo } from './rule.ts'

interface Terms {
  /** Null when the funder does not say. */
  readonly award: Range | null
  readonly currency: string
}

const { pass, fail, unclear, notStated } = findingsOf<Terms>()
const NOTHING: Range = { least: null, most: null }

const sayGives = ({ award, currency }: Terms) => `It gives ${sayRange(award ?? NOTHING, currency)}`
const sayNeed = ({ organisation }: Asked<Terms>) => sayRange(needOf(organisation) ?? NOTHING, 'GBP')

const notKnown = notStated(() => 'We do not know how much it gives.')
const contradictory = unclear(
  ({ terms: { award, currency } }) =>
    `Its smallest award, ${sayMoney(award?.least ?? 0, currency)}, is above its largest, ${sayMoney(award?.most ?? 0, currency)}.`,
  () => 'How much does the funder give?',
)
const notTold = pass(({ terms }) => `${sayGives(terms)}; you have not said how much you look for.`)
const tooLarge = fail(
  ({ terms, organisation }) =>
    `The smallest award is ${sayMoney(terms.award?.least ?? 0)}, more than the ${sayMoney(organisation.needMax ?? 0)} you look for.`,
  ({ terms }) => `Opens if you looked for ${sayMoney(terms.award?.least ?? 0)} or more.`,
  ({ terms: { award } }) => [
    toDo(`Look for ${sayMoney(award?.least ?? 0)} or more`, { needMax: award?.least ?? 0 }),
  ],
)
const aPart = pass(
  ({ terms, organisation }) =>
    `${sayGives(terms)}, less than the ${sayMoney(organisation.needMin ?? 0)} you look for: it could pay for a part.`,
)
const suits = pass((asked) => `${sayGives(asked.terms)}; you look for ${sayNeed(asked)}.`)

/**
 * Whether the award is of a size that the organisation can use; nothing for a contract. Only a smallest
 * award above the whole need is a no: a smaller award can still pay for a part.
 */
export const amount: Rule<Terms> = {
  name: 'amount',
  profile: ['needMin', 'needMax'],
  facts: [],
  fields: ['awardMin', 'awardMax'],
  read: (opportunity) =>
    opportunity.kind === 'contract' ? null : { award: awardOf(opportunity), currency: opportunity.currency },
  judge({ award, currency }, organisation) {
    if (award === null) return notKnown
    if (isAbove(award.least, award.most)) return contradictory
    const need = needOf(organisation)
    if (need === null) return notTold
    if (currency !== 'GBP') return suits
    if (isAbove(award.least, need.most)) return tooLarge
    return isAbove(need.least, award.most) ? aPart : suits
  },
  wish: sayGives,
}

/** Never, where either is not known. */
const isAbove = (a: number | null, b: number | null): boolean => a !== null && b !== null && a > b
