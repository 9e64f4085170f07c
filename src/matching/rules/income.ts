import { sayMoney } from '../../base/money.ts'
import { factValue } from '../../domain/fact.ts'
import { type Asked, findingsOf, type Rule } from './rule.ts'

interface Terms {
  /** Inclusive, in minor units; null for an end without a limit. */
  readonly least: number | null
  readonly most: number | null
  readonly currency: string
}

const { pass, fail, unclear, notTold, notStated } = findingsOf<Terms>()

const sayTaken = (terms: Terms) => `It takes ${sayThem(terms)}`
const sayOwn = ({ terms, organisation }: Asked<Terms>) =>
  `${sayTaken(terms)}; yours is ${sayMoney(organisation.income ?? 0)}.`

const noLimit = notStated(() => 'We know of no limit on the income of those who apply.')
const contradictory = unclear(
  ({ terms: { least, most, currency } }) =>
    `Its lowest income of those who apply, ${sayMoney(least ?? 0, currency)}, is above its highest, ${sayMoney(most ?? 0, currency)}.`,
  () => 'Which of the two incomes does the funder mean?',
)
const unknown = notTold(
  'income',
  ({ terms }) => `${sayTaken(terms)}, and we do not know yours.`,
  () => 'What was your income in your last financial year?',
)
const foreign = unclear(sayOwn, () => 'Is your income within that, in its currency?')
const tooLow = fail(sayOwn, ({ terms }) => `Opens if your income were ${sayMoney(terms.least ?? 0)} or more.`)
const tooHigh = fail(sayOwn, ({ terms }) => `Opens if your income were ${sayMoney(terms.most ?? 0)} or less.`)
const within = pass(sayOwn)

/** Whether the organisation's yearly income is within the funder's limits, both inclusive. */
export const income: Rule<Terms> = {
  name: 'income',
  profile: ['income'],
  facts: ['incomeMin', 'incomeMax'],
  fields: [],
  read: ({ rules, currency }) => ({
    least: factValue(rules.incomeMin),
    most: factValue(rules.incomeMax),
    currency,
  }),
  judge({ least, most, currency }, { income: own }) {
    if (least === null && most === null) return noLimit
    if (least !== null && most !== null && least > most) return contradictory
    if (own === null) return unknown
    if (currency !== 'GBP') return foreign
    if (own < (least ?? 0)) return tooLow
    return own > (most ?? Number.POSITIVE_INFINITY) ? tooHigh : within
  },
  wish: (terms) => `fund ${sayThem(terms)}`,
}

function sayThem({ least, most, currency }: Terms): string {
  const them = 'organisations with a yearly income of'
  if (least === null) return `${them} up to ${sayMoney(most ?? 0, currency)}`
  if (most === null) return `${them} at least ${sayMoney(least, currency)}`
  return `${them} ${sayMoney(least, currency)} to ${sayMoney(most, currency)}`
}
