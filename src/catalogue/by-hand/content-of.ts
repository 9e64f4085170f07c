import { withoutPersons } from '../../base/personal-data.ts'
import { paragraphs } from '../../base/text.ts'
import { confirmed, type Fact, quoteOf, UNKNOWN } from '../../domain/fact.ts'
import { READ_FIELDS, type ReadField } from '../../domain/from-words.ts'
import type { Funder } from '../../domain/funder.ts'
import type { HandForm } from '../../domain/hand-form.ts'
import { formOf, otherRules } from '../../domain/hand-form-of.ts'
import { allowsCopies } from '../../domain/licence.ts'
import type { OpportunityContent } from '../../domain/opportunity.ts'
import { NO_RULES, type RuleKey, type Rules } from '../../domain/rules.ts'
import type { HandSaid } from './read-form.ts'

export interface Confirmed {
  readonly form: HandForm
  /** What the form says. */
  readonly said: HandSaid
  /** What was known before the form was filled in: read from words, or stored. */
  readonly found: OpportunityContent
  readonly funder: Funder
  readonly link: string
  /** The funder's own words; empty when there are none. */
  readonly words: string
  readonly now: Date
}

/**
 * What is stored of a form that a person confirmed. Words that a field was found in are kept with it as
 * long as nobody has changed that field. The funder's text is kept only where its licence lets anybody
 * copy it; else the summary, which is the person's own, stands for it.
 */
export function contentOf(given: Confirmed): OpportunityContent {
  const { form, said, found, funder, link, words, now } = given
  const shown = formOf(found, now)
  const isSame = (fields: readonly (keyof HandForm)[]): boolean =>
    fields.every((field) => String(form[field]).trim() === String(shown[field]))
  const same: Readonly<Record<ReadField, boolean>> = {
    deadline: isSame(['deadline', 'day', 'month', 'year', 'time']),
    awardMin: said.awardMin === found.awardMin,
    awardMax: said.awardMax === found.awardMax,
    fundTotal: said.fundTotal === found.fundTotal,
  }
  const { title, summary } = said
  const text = allowsCopies(form.licence) ? withoutPersons(paragraphs(words)) : ''
  return {
    ...found,
    title,
    summary,
    description: text === '' ? keptText(found, summary) : text,
    kind: form.kind,
    funder,
    url: link,
    awardMin: said.awardMin,
    awardMax: said.awardMax,
    fundTotal: said.fundTotal,
    // Of several rounds the form shows one: they all stay as long as that is not changed.
    deadline: same.deadline ? found.deadline : { ...said.deadline, note: noteOf(found) },
    ...endingOf(found),
    rules: rulesOf(form, said, found),
    fromWords: {
      reader: found.fromWords?.reader ?? 0,
      quotes: quotesOf(found, same),
      rules: [],
      confirmed: true,
    },
  }
}

/** What the funder adds in words stays beside another date, unless it may name the old one. */
const noteOf = ({ deadline: { note } }: OpportunityContent): string | null =>
  note !== null && /\d/.test(note) ? null : note

/** A change brings back what was withdrawn; what somebody has found closed stays so until that is taken back. */
const endingOf = ({ ended }: OpportunityContent): Pick<OpportunityContent, 'ended' | 'endedWhy'> => ({
  ended: ended === 'withdrawn' ? null : ended,
  endedWhy: null,
})

/** A text that was stored under its licence stays; a summary that stood for it follows the summary. */
const keptText = ({ description, summary: before }: OpportunityContent, summary: string): string =>
  description === '' || description === before ? summary : description

const quotesOf = ({ fromWords }: OpportunityContent, same: Readonly<Record<ReadField, boolean>>) =>
  Object.fromEntries(
    READ_FIELDS.flatMap((field) => {
      const quote = fromWords?.quotes[field]
      return quote !== undefined && same[field] ? [[field, quote]] : []
    }),
  )

function rulesOf({ keep }: HandForm, { who, areas }: HandSaid, found: OpportunityContent): Rules {
  const kept = otherRules(found).filter((rule) => keep.includes(rule))
  const others = kept.map((rule): [RuleKey, Fact<unknown>] => [rule, asConfirmed(found.rules[rule])])
  return {
    ...NO_RULES,
    ...Object.fromEntries(others),
    applicantTypes: listed(who, found.rules.applicantTypes),
    areas: listed(areas, found.rules.areas),
  }
}

/** A list that a person confirmed, with the words it was found in when it is the same; an empty one is not known. */
function listed<T extends string>(values: readonly T[], found: Fact<readonly T[]>): Fact<readonly T[]> {
  if (values.length === 0) return UNKNOWN
  const isSame = found.basis !== 'unknown' && [...found.value].sort().join() === [...values].sort().join()
  return confirmed(values, isSame ? quoteOf(found) : null)
}

const asConfirmed = (fact: Fact<unknown>): Fact<unknown> =>
  fact.basis === 'inferred' ? { ...fact, basis: 'stated' } : fact
