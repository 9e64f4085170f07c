import { sayMoney } from '../base/money.ts'
import { type Fact, quoteOf } from '../domain/fact.ts'
import { RULE_FACTS } from '../domain/rule-facts.ts'
import type { Rules } from '../domain/rules.ts'
import { sayAreas, sayWho, withWish } from '../domain/say-rules.ts'
import { type Html, html } from './html.ts'

/** One rule of the funder as a reader needs it: what it is, and how we know. */
export interface RuleWords {
  readonly name: string
  /** Null when the funder does not say. */
  readonly value: string | null
  /** The words it was read from; null when none are known. */
  readonly quote: string | null
  /** Whether the funder, or a person who read the funder's words, said it plainly. */
  readonly isStated: boolean
}

/**
 * The rules of the funder in words, in a fixed order: who, where, income and suppliers always, any other
 * when it is known.
 *
 * @param currency - ISO 4217 code
 */
export const ruleWords = (rules: Rules, currency: string): readonly RuleWords[] => [
  words('Who may apply', rules.applicantTypes, () => sayWho(rules)),
  words('Where the work must be', rules.areas, () => sayAreas(rules)),
  words('Lowest yearly income', rules.incomeMin, (pence) =>
    withWish(sayMoney(pence, currency), rules.incomeMin),
  ),
  words('Highest yearly income', rules.incomeMax, (pence) =>
    withWish(sayMoney(pence, currency), rules.incomeMax),
  ),
  words('List of suppliers to be on', rules.supplierList, sentenceCase),
  ...RULE_FACTS.map(({ name, of, say }) => words(name, of(rules), () => say(rules))).filter(
    ({ value }) => value !== null,
  ),
]

function words<T>(name: string, fact: Fact<T>, say: (value: T) => string | null): RuleWords {
  if (fact.basis === 'unknown' || isEmpty(fact.value))
    return { name, value: null, quote: null, isStated: false }
  return { name, value: say(fact.value), quote: quoteOf(fact), isStated: fact.basis === 'stated' }
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** The rule with its basis, for a list of facts. */
export function ruleValue({ value, quote, isStated }: RuleWords): Html {
  if (value === null)
    return html`<p class="fl-quiet">Not stated, as far as we have found. Ask the funder.</p>`
  return html`
    <p class="govuk-body">${value}</p>
    ${
      quote === null
        ? html`<p class="fl-basis">Stated by the funder</p>`
        : html`<p class="fl-basis">${isStated ? html`Confirmed by a person in the funder's text` : html`Read from the funder's text`}:</p>${quotation(quote)}`
    }`
}

/** The funder's own words. */
export const quotation = (quote: string): Html => html`<blockquote class="fl-quote">${quote}</blockquote>`

/** @example sentenceCase('schools') // 'Schools' */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
