import { ApplicantType, sayApplicantType } from '../../domain/applicant-type.ts'
import { quoteOf } from '../../domain/fact.ts'
import { otherRules } from '../../domain/hand-form-of.ts'
import { KINDS } from '../../domain/opportunity.ts'
import type { RuleKey, Rules } from '../../domain/rules.ts'
import { NO_RULES } from '../../domain/rules.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { select } from '../components/select.ts'
import { textInput } from '../components/text-input.ts'
import { textarea } from '../components/textarea.ts'
import { ruleWords, sentenceCase } from '../fact-words.ts'
import { type Html, html } from '../html.ts'
import { withEvidence } from './evidence.ts'
import { type FormProps, faultOf } from './form-props.ts'

/** What it is, who gives, and where to read more. */
export const aboutFields = ({ form, suggested, faults }: FormProps): Html => html`
  ${textInput({
    name: 'title',
    isWide: true,
    label: 'Name of the opportunity',
    hint: withEvidence('As the funder calls it', same(form.title, suggested.title)),
    value: form.title,
    fault: faultOf(faults, 'title'),
  })}
  ${textInput({
    name: 'funder',
    isWide: true,
    label: 'Funder',
    hint: withEvidence(
      'Who gives the money',
      suggested.funder?.name === form.funder ? suggested.funder.quote : null,
    ),
    value: form.funder,
    fault: faultOf(faults, 'funder'),
  })}
  ${select({ name: 'kind', label: 'Kind of funding', options: Object.entries(KINDS), chosen: form.kind })}
  ${textInput({
    name: 'link',
    isWide: true,
    label: 'Link',
    hint: 'The page about it, where people read more and apply',
    value: form.link,
    fault: faultOf(faults, 'link'),
  })}
  ${textarea({
    name: 'summary',
    id: 'summary',
    label: 'What it pays for',
    hint: 'In your own words, in a sentence or two. Organisations are matched by them',
    value: form.summary,
    fault: faultOf(faults, 'summary'),
  })}`

/** Who may apply, where, and what else was found. */
export const whoFields = ({ form, suggested: { found, unsure }, faults }: FormProps): Html => html`
  ${checkboxes({
    name: 'who',
    id: 'who',
    legend: 'Who may apply',
    hint: withEvidence(
      'Choose all. Leave empty what is not said',
      quoteOf(found.rules.applicantTypes),
      unsure.applicantTypes,
    ),
    options: ApplicantType.options.map((value) => ({ value, text: sentenceCase(sayApplicantType(value)) })),
    chosen: form.who,
  })}
  ${textInput({
    name: 'areas',
    isWide: true,
    label: 'Where the work must be',
    hint: withEvidence(
      'Wards, councils, counties, regions or countries, with semicolons between them. Leave empty what is not said',
      quoteOf(found.rules.areas),
      unsure.areas,
    ),
    value: form.areas,
    fault: faultOf(faults, 'areas'),
  })}
  ${otherRules(found).length > 0 && otherFields(found.rules, found.currency, form.keep)}`

/** Rules without a field of their own: each is kept, or not. */
const otherFields = (rules: Rules, currency: string, keep: readonly string[]): Html =>
  checkboxes({
    name: 'keep',
    id: 'keep',
    legend: 'Other rules',
    hint: 'Take away the tick of what is wrong',
    options: otherRules({ rules }).map((rule) => {
      const { words, quote } = sayRule(rules, rule, currency)
      return { value: rule, text: words, hint: quote === null ? '' : `Read from: “${quote}”` }
    }),
    chosen: keep,
  })

/** One rule by itself, in words. */
function sayRule(
  rules: Rules,
  rule: RuleKey,
  currency: string,
): { readonly words: string; readonly quote: string | null } {
  const alone = ruleWords({ ...NO_RULES, [rule]: rules[rule] }, currency).find(({ value }) => value !== null)
  return { words: alone ? `${alone.name}: ${alone.value}` : rule, quote: quoteOf(rules[rule]) }
}

const same = (typed: string, found: string): string | null => (found !== '' && typed === found ? found : null)
