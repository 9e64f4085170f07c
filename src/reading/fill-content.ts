import type { IsoDate } from '../base/date.ts'
import { hashOf } from '../base/hash.ts'
import type { Deadline, Round } from '../domain/deadline.ts'
import { inferred } from '../domain/fact.ts'
import type { FromWords, ReadField } from '../domain/from-words.ts'
import type { OpportunityContent } from '../domain/opportunity.ts'
import { type RuleKey, Rules } from '../domain/rules.ts'
import { Pence } from '../domain/values.ts'
import { type Field, type Finding, LISTS } from './finding.ts'
import { readText } from './read-text.ts'

/** One more with every change of what is read. */
export const READER = 2

/** A rule is quoted in so many characters at most: a list may stand in many items. */
const MOST_QUOTE = 600
/** Of words that nobody may copy: enough to show on what a fact rests. */
const SHORT_QUOTE = 200

/**
 * Fills what no field of the source says with what its title and description do, where that is sure.
 * What is stated stays.
 *
 * @param content - as the source's fields have it
 * @param publishedOn - for days without a year
 * @param unkept - words that may be read and not kept, in place of the description; null for none
 */
export function fillContent(
  content: OpportunityContent,
  publishedOn: IsoDate,
  unkept: string | null = null,
): OpportunityContent {
  const mostQuote = unkept === null ? MOST_QUOTE : SHORT_QUOTE
  const sure = readText(`${content.title}\n\n${unkept ?? content.description}`, publishedOn)
    .filter(({ confidence }) => confidence === 'high')
    .map((finding) => ({ ...finding, quote: shortened(finding.quote, mostQuote) }))
  const deadline = deadlineFrom(content, sure)
  const amounts = amountsFrom(content, sure)
  const rules = rulesFrom(content, sure)
  const fromWords: FromWords = {
    reader: READER,
    quotes: { ...deadline?.quotes, ...amounts.quotes },
    rules: Object.keys(rules) as RuleKey[],
    ...(unkept !== null && { words: hashOf(unkept) }),
  }
  return {
    ...content,
    ...(deadline && { deadline: deadline.value }),
    ...amounts.values,
    rules: { ...content.rules, ...rules },
    fromWords,
  }
}

type AmountField = Exclude<ReadField, 'deadline'>
type Quotes = Partial<Record<ReadField, string>>

function deadlineFrom(
  { deadline }: OpportunityContent,
  sure: readonly Finding[],
): { value: Deadline; quotes: Quotes } | null {
  if (deadline.kind !== 'unknown' || deadline.rounds.length > 0) return null
  const found = sure.filter((one) => one.field === 'deadline')
  const early = sure.find(({ field }) => field === 'closesEarly')
  if (found.length === 0) return null
  const rounds = found.flatMap(({ value }): Round[] =>
    value.kind === 'fixed' ? [{ opensOn: null, closesOn: value.day, closesTime: value.time }] : [],
  )
  const kind = rounds.length > 0 ? 'fixed' : (found[0]?.value.kind ?? 'unknown')
  const inOrder = rounds.sort((a, b) => ((a.closesOn ?? '') < (b.closesOn ?? '') ? -1 : 1))
  return {
    value: { ...deadline, kind, rounds: inOrder, note: deadline.note ?? early?.quote ?? null },
    quotes: { deadline: quoteOf(found) },
  }
}

/** Amounts of awards are of grants in pounds; half of a span is not filled beside the other half. */
function amountsFrom(
  { kind, currency, awardMin, awardMax, fundTotal }: OpportunityContent,
  sure: readonly Finding[],
): { values: Partial<Record<AmountField, number>>; quotes: Quotes } {
  const values: Partial<Record<AmountField, number>> = {}
  const quotes: Quotes = {}
  const fill = (field: AmountField) => {
    const found = sure.find((one) => one.field === field)
    if (found?.field !== field || !Pence.safeParse(found.value).success) return
    values[field] = found.value
    quotes[field] = found.quote
  }
  if (currency !== 'GBP') return { values, quotes }
  if (fundTotal === null) fill('fundTotal')
  if (kind !== 'contract' && awardMin === null && awardMax === null) {
    fill('awardMin')
    fill('awardMax')
  }
  return { values, quotes }
}

/** Every rule that is unknown and was read. */
function rulesFrom({ rules }: OpportunityContent, sure: readonly Finding[]): Partial<Rules> {
  const fields = [...new Set(sure.map(({ field }) => field))].filter(isRule)
  const filled = fields.filter((field) => rules[field].basis === 'unknown')
  const entries = filled.map((field) => {
    const found = sure.filter((one) => one.field === field)
    const values = found.map(({ value }) => value)
    return [field, inferred<unknown>(LISTS.has(field) ? values : values[0], quoteOf(found))] as const
  })
  // A value that cannot be stored, such as a hundred years of accounts, was not read right.
  return Object.fromEntries(entries.filter(([field, fact]) => Rules.shape[field].safeParse(fact).success))
}

const RULES = new Set<string>(Object.keys(Rules.shape))

const isRule = (field: Field): field is Field & RuleKey => RULES.has(field)

/** The words of several findings, each once. */
function quoteOf(found: readonly Finding[]): string {
  return shortened([...new Set(found.map(({ quote }) => quote))].join(' … '), MOST_QUOTE)
}

const shortened = (quote: string, most: number): string =>
  quote.length <= most ? quote : `${quote.slice(0, most - 1)}…`
