import { addMonths, type IsoDate, sayDate, sayMonths } from '../../base/date.ts'
import { factValue } from '../../domain/fact.ts'
import type { RuleName } from '../../domain/match.ts'
import { comesIn, lastDayOf } from './in-time.ts'
import { type Asked, findingsOf, type Rule } from './rule.ts'

interface Terms {
  readonly months: number
  readonly lastDay: IsoDate | null
}

interface Words {
  readonly name: RuleName
  readonly fact: 'monthsRunning' | 'monthsOfAccounts'
  readonly field: 'foundedOn' | 'accountsFrom'
  /** Begins a sentence. @param long - such as `1 year` */
  asks(long: string): string
  /** Ends it. @param since - the day of the field, in words */
  since(since: string): string
  readonly notKnown: string
  readonly question: string
  opens(long: string, on: string): string
  wish(long: string): string
}

/**
 * A rule that something of the organisation's has lasted long enough. Who has not come so far today,
 * and will have by the last day for bids, may apply then.
 */
export function longEnough({ name, fact, field, ...words }: Words): Rule<Terms> {
  const { pass, fail, unclear } = findingsOf<Terms>()
  const asks = ({ months }: Terms) => words.asks(sayMonths(months))
  const since = ({ organisation }: Asked<Terms>) => {
    const from = organisation[field]
    return from === null ? '' : words.since(sayDate(from))
  }
  const due = ({ terms, organisation, today }: Asked<Terms>) =>
    sayDate(addMonths(organisation[field] ?? today, terms.months))
  const notTold = unclear(
    ({ terms }) => `${asks(terms)}, and we do not know ${words.notKnown}.`,
    () => words.question,
  )
  const met = pass((asked) => `${asks(asked.terms)}; ${since(asked)}.`)
  const soon = pass(
    (asked) =>
      `${asks(asked.terms)}; ${since(asked)}, so you can apply from ${due(asked)}, before it closes.`,
  )
  const late = fail(
    (asked) => `${asks(asked.terms)}; ${since(asked)}.`,
    (asked) => words.opens(sayMonths(asked.terms.months), due(asked)),
  )
  return {
    name,
    profile: [field],
    facts: [fact],
    fields: ['deadline'],
    read(opportunity) {
      const months = factValue(opportunity.rules[fact]) || null
      return months === null ? null : { months, lastDay: lastDayOf(opportunity) }
    },
    judge({ months, lastDay }, organisation, today) {
      const from = organisation[field]
      if (from === null) return notTold
      return { met, in_time: soon, late }[comesIn(addMonths(from, months), today, lastDay)]
    },
    wish: ({ months }) => words.wish(sayMonths(months)),
  }
}
