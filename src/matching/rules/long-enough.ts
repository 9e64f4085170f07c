import { addMonths, type IsoDate, sayDate, sayMonths } from '../../base/date.ts'
import { factValue } from '../../domain/fact.ts'
import type { RuleName } from '../../domain/match.ts'
import { comesIn, lastDayOf, ONLY_IF_AGAIN } from './in-time.ts'
import { type Asked, findingsOf, type Rule, toWaitFor } from './rule.ts'

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
  /** Without a full stop. */
  opens(long: string, on: string): string
  /** What will be so on that day. @param long - as above */
  step(long: string): string
  wish(long: string): string
}

/**
 * A rule that something of the organisation's has lasted long enough. Who has not come so far today,
 * and will have by the last day for bids, may apply then.
 */
export function longEnough({ name, fact, field, ...words }: Words): Rule<Terms> {
  const { pass, fail, notTold } = findingsOf<Terms>()
  const asks = ({ months }: Terms) => words.asks(sayMonths(months))
  const since = ({ organisation }: Asked<Terms>) => {
    const from = organisation[field]
    return from === null ? '' : words.since(sayDate(from))
  }
  const dueOn = ({ terms, organisation, today }: Asked<Terms>) =>
    addMonths(organisation[field] ?? today, terms.months)
  const due = (asked: Asked<Terms>) => sayDate(dueOn(asked))
  const unknown = notTold(
    field,
    ({ terms }) => `${asks(terms)}, and we do not know ${words.notKnown}.`,
    () => words.question,
  )
  const met = pass((asked) => `${asks(asked.terms)}; ${since(asked)}.`)
  const soon = pass(
    (asked) =>
      `${asks(asked.terms)}; ${since(asked)}, so you can apply from ${due(asked)}, before it closes.`,
  )
  const opens = (asked: Asked<Terms>) => words.opens(sayMonths(asked.terms.months), due(asked))
  const tooSoon = fail(
    met.sentence,
    (asked) => `${opens(asked)}.`,
    (asked) => [
      toWaitFor(`Wait until ${due(asked)}, when ${words.step(sayMonths(asked.terms.months))}`, dueOn(asked)),
    ],
  )
  const late = fail(met.sentence, (asked) => `${opens(asked)}${ONLY_IF_AGAIN}.`)
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
      if (from === null) return unknown
      return { met, in_time: soon, too_soon: tooSoon, late }[comesIn(addMonths(from, months), today, lastDay)]
    },
    wish: ({ months }) => words.wish(sayMonths(months)),
  }
}
