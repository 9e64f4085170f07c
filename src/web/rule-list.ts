import { count } from '../base/text.ts'
import type { Eligibility, RuleName, RuleOutcome } from '../domain/match.ts'
import { type Tag, tag } from './components/tag.ts'
import { quotation } from './fact-words.ts'
import { type Html, html } from './html.ts'

const NAMES: Readonly<Record<RuleName, string>> = {
  deadline: 'Deadline',
  legal_form: 'Legal form',
  area: 'Area',
  income: 'Income',
  amount: 'Amount',
  supplier_list: 'List of suppliers',
  kind: 'Kind of funding',
}

const OUTCOMES: Readonly<Record<RuleOutcome['outcome'], Tag>> = {
  pass: { text: 'Met', colour: 'green' },
  fail: { text: 'Not met', colour: 'red' },
  unclear: { text: 'Unclear', colour: 'yellow' },
  not_stated: { text: 'Not stated', colour: 'grey' },
}

/** @example '2 points to settle' */
export function sayRulesAtAGlance({ verdict, rules }: Eligibility): string {
  const failed = rules.filter(({ outcome }) => outcome === 'fail').length
  if (failed > 0) return `${count(failed, 'rule')} not met`
  const open = rules.filter(({ outcome }) => outcome === 'unclear').length
  if (open > 0) return `${count(open, 'point')} to settle`
  return verdict === 'eligible' ? 'No rule stands against it' : 'The rules found do not say'
}

/** Every rule with its outcome, in the order of the judgement: failures first, then what is unclear. */
export const ruleList = ({ rules }: Eligibility): Html => html`
  <ul class="govuk-list fl-rules">
    ${rules.map(
      ({ rule, outcome, sentence, question, quote }) => html`
        <li class="fl-rules__item">
          <p class="fl-card__line"><strong>${NAMES[rule]}</strong> ${tag(OUTCOMES[outcome])}</p>
          <p class="govuk-body">${sentence}</p>
          ${quote !== null && quotation(quote)}
          ${question !== null && html`<p class="govuk-body"><strong>What would settle it:</strong> ${question}</p>`}
        </li>`,
    )}
  </ul>`
