import { sayMoney } from '../../base/money.ts'
import { factValue } from '../../domain/fact.ts'
import { awardOf } from '../award-range.ts'
import { type Asked, findingsOf, type Rule, toDo } from './rule.ts'

interface Terms {
  readonly percent: number
  /** The smallest award, in pence; 0 when it is not known, or in another currency. */
  readonly least: number
}

const { pass, fail, notTold } = findingsOf<Terms>()

/** In pence. */
const mostOf = (percent: number, income: number) => Math.floor((income * percent) / 100)

const asks = ({ percent }: Terms) => `You can ask for at most ${percent}% of your yearly income`
const sayMost = ({ terms, organisation }: Asked<Terms>) =>
  sayMoney(mostOf(terms.percent, organisation.income ?? 0))
const POUND = 100
/** Rounded up to the pound: nobody plans an income to the penny. */
const sayEnough = (percent: number, wanted: number) =>
  sayMoney(Math.ceil((wanted * 100) / percent / POUND) * POUND)

const unknown = notTold(
  'income',
  ({ terms }) => `${asks(terms)}, and we do not know it.`,
  () => 'What was your income in your last financial year?',
)
const allows = pass((asked) => `${asks(asked.terms)}: ${sayMost(asked)}.`)
const needsMore = fail(
  (asked) =>
    `${asks(asked.terms)}: ${sayMost(asked)}, and you look for at least ${sayMoney(asked.organisation.needMin ?? 0)}.`,
  (asked) =>
    mostOf(asked.terms.percent, asked.organisation.income ?? 0) === 0
      ? `Opens if your income were ${sayEnough(asked.terms.percent, asked.organisation.needMin ?? 0)} or more.`
      : `Opens if you looked for ${sayMost(asked)} or less.`,
  (asked) => {
    const needMin = mostOf(asked.terms.percent, asked.organisation.income ?? 0)
    // Nobody looks for nothing.
    return needMin === 0 ? [] : [toDo(`Look for ${sayMost(asked)} or less`, { needMin })]
  },
)
const givesMore = fail(
  (asked) =>
    `${asks(asked.terms)}: ${sayMost(asked)}, and the smallest award is ${sayMoney(asked.terms.least)}.`,
  ({ terms: { percent, least } }) => `Opens if your income were ${sayEnough(percent, least)} or more.`,
)

/** Whether the least that the organisation looks for, and the least that is given, are small enough beside its income. */
export const shareOfIncome: Rule<Terms> = {
  name: 'share_of_income',
  profile: ['income', 'needMin'],
  facts: ['percentOfIncome'],
  fields: ['awardMin'],
  read(opportunity) {
    const percent = factValue(opportunity.rules.percentOfIncome) || null
    const least = opportunity.currency === 'GBP' ? awardOf(opportunity)?.least : null
    return percent === null ? null : { percent, least: least ?? 0 }
  },
  judge({ percent, least }, { income, needMin }) {
    if (income === null) return unknown
    const most = mostOf(percent, income)
    if (least > most) return givesMore
    return (needMin ?? 0) > most ? needsMore : allows
  },
  wish: ({ percent }) => `give no more than ${percent}% of an organisation’s yearly income`,
}
