import { sayMoney } from '../../base/money.ts'
import { type Fact, factValue } from '../../domain/fact.ts'
import type { RuleOutcome } from '../../domain/match.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { outcomesOf } from './outcome.ts'

type Limited = Pick<Opportunity, 'rules' | 'currency'>

const { pass, fail, unclear, notStated } = outcomesOf('income')

/** Whether the organisation's yearly income is within the funder's limits, both inclusive. */
export function judgeIncome(
  { income }: Pick<Organisation, 'income'>,
  { rules, currency }: Limited,
): RuleOutcome {
  const least = factValue(rules.incomeMin)
  const most = factValue(rules.incomeMax)
  if (least === null && most === null) {
    return notStated('We know of no limit on the income of those who apply.')
  }
  const quote = quotesOf([rules.incomeMin, rules.incomeMax])
  const taken = `It takes organisations with a yearly income ${sayLimits(least, most, currency)}`
  if (income === null) {
    return unclear(
      `${taken}, and we do not know yours.`,
      'What was your income in your last financial year?',
      quote,
    )
  }
  if (currency !== 'GBP') {
    return unclear(
      `${taken}; yours is ${sayMoney(income)}.`,
      'Is your income within that, in its currency?',
      quote,
    )
  }
  const sentence = `${taken}; yours is ${sayMoney(income)}.`
  const within = income >= (least ?? 0) && income <= (most ?? Number.POSITIVE_INFINITY)
  return within ? pass(sentence, quote) : fail(sentence, quote)
}

function sayLimits(least: number | null, most: number | null, currency: string): string {
  if (least === null) return `of up to ${sayMoney(most ?? 0, currency)}`
  if (most === null) return `of at least ${sayMoney(least, currency)}`
  return `of ${sayMoney(least, currency)} to ${sayMoney(most, currency)}`
}

/** The funder's words for the limits that were read from words; null when both are stated. */
function quotesOf(facts: readonly Fact<number>[]): string | null {
  const quotes = facts.flatMap((fact) => (fact.basis === 'inferred' ? [fact.quote] : []))
  return quotes.length === 0 ? null : [...new Set(quotes)].join(' … ')
}
