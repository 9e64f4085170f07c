import { type IsoDate, isoDate, sayDate } from '../../base/date.ts'
import { sayMoney } from '../../base/money.ts'
import { factValue } from '../../domain/fact.ts'
import { awardOf } from '../award-range.ts'
import { type Asked, findingsOf, type Rule } from './rule.ts'

interface Terms {
  /** The smallest award, in pence; 0 when it is not known, or in another currency. */
  readonly least: number
}

/** In pence, over this fiscal year and the two before: Subsidy Control Act 2022, s36(1). */
export const MOST_ASSISTANCE = 31_500_000

const { pass, fail, notTold } = findingsOf<Terms>()

const ASKS = `This is a subsidy of the kind that may come to at most ${sayMoney(MOST_ASSISTANCE)} over three fiscal years`
const sayReceived = ({ organisation }: Asked<Terms>) =>
  `${ASKS}; you have had ${sayMoney(organisation.subsidyReceived ?? 0)}`

const unknown = notTold(
  'subsidyReceived',
  () => `${ASKS}, and we do not know what you have had.`,
  () => 'How much minimal financial assistance have you had in this fiscal year and the two before?',
)
const room = pass(
  (asked) =>
    `${sayReceived(asked)}, which leaves ${sayMoney(MOST_ASSISTANCE - (asked.organisation.subsidyReceived ?? 0))}.`,
)
const noRoom = fail(
  (asked) => `${sayReceived(asked)}, which leaves too little.`,
  ({ terms, organisation, today }) =>
    `Opens once that is ${sayMoney(MOST_ASSISTANCE - leastOf(terms, organisation.needMin))} or less; the oldest year drops out on ${sayDate(nextFiscalYear(today))}.`,
)

/** The least that an award would add: a penny, where nobody says. */
const leastOf = ({ least }: Terms, needMin: number | null): number => Math.max(least, needMin ?? 0, 1)

/** The day on which the next fiscal year begins, 1 April. */
const nextFiscalYear = (today: IsoDate): IsoDate =>
  isoDate(`${Number(today.slice(0, 4)) + (today.slice(5) < '04-01' ? 0 : 1)}-04-01`)

/** Whether an award as minimal financial assistance stays within what the law lets one organisation have. */
export const subsidy: Rule<Terms> = {
  name: 'subsidy',
  profile: ['subsidyReceived', 'needMin'],
  facts: ['minimalFinancialAssistance'],
  fields: ['awardMin'],
  read(opportunity) {
    if (factValue(opportunity.rules.minimalFinancialAssistance) !== true) return null
    return { least: (opportunity.currency === 'GBP' ? awardOf(opportunity)?.least : null) ?? 0 }
  },
  judge(terms, { subsidyReceived: had, needMin }) {
    if (had === null) return unknown
    return had + leastOf(terms, needMin) > MOST_ASSISTANCE ? noRoom : room
  },
  wish: () => 'give this as minimal financial assistance',
}
