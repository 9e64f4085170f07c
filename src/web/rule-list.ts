import { count } from '../base/text.ts'
import type { Eligibility, RuleName, RuleOutcome } from '../domain/match.ts'
import { type Tag, tag } from './components/tag.ts'
import { quotation } from './fact-words.ts'
import { type Html, html } from './html.ts'

/** What readers call each rule. */
export const RULE_NAMES: Readonly<Record<RuleName, string>> = {
  deadline: 'Deadline',
  legal_form: 'Legal form',
  registration: 'Registration',
  area: 'Area',
  beneficiary_area: 'Where people live',
  beneficiaries: 'People helped',
  income: 'Income',
  running: 'Time running',
  accounts: 'Accounts',
  amount: 'Amount',
  share_of_income: 'Share of income',
  costs: 'What it pays for',
  duration: 'How long it pays for',
  match_funding: 'Match funding',
  trustees: 'Trustees',
  signatories: 'Signatories',
  bank_account: 'Bank account',
  governing_document: 'Governing document',
  policies: 'Policies',
  reserves: 'Reserves',
  reapply: 'Applying again',
  live_award: 'Awards at one time',
  councils: 'Councils',
  partners: 'Partners',
  exclusions: 'Ruled out',
  subsidy: 'Subsidy',
  supplier_list: 'List of suppliers',
  closes_early: 'May close early',
  kind: 'Kind of funding',
}

const OUTCOMES: Readonly<Record<RuleOutcome['outcome'], Tag>> = {
  pass: { text: 'Met', colour: 'green' },
  fail: { text: 'Not met', colour: 'red' },
  unclear: { text: 'Unclear', colour: 'yellow' },
  not_stated: { text: 'Not stated', colour: 'grey' },
}

/** A wish that is not met shuts nobody out, so it never looks like a rule that does. */
const WISH: Tag = { text: 'They would rather', colour: 'grey' }

const tagOf = ({ outcome, strength }: RuleOutcome): Tag =>
  strength === 'preferred' && outcome !== 'pass' ? WISH : OUTCOMES[outcome]

/** @example '2 points to settle' */
export function sayRulesAtAGlance({ verdict, rules: all }: Eligibility): string {
  const rules = all.filter(({ strength }) => strength === 'required')
  const failed = rules.filter(({ outcome }) => outcome === 'fail').length
  if (failed > 0) return `${count(failed, 'rule')} not met`
  const open = rules.filter(({ outcome }) => outcome === 'unclear').length
  if (open > 0) return `${count(open, 'point')} to settle`
  return verdict === 'eligible' ? 'No rule stands against it' : 'The rules found do not say'
}

/** The rules that shut out. */
export const barList = ({ verdict, rules }: Eligibility): Html =>
  ruleList({
    verdict,
    rules: rules.filter(({ outcome, strength }) => outcome === 'fail' && strength === 'required'),
  })

/** Every rule with its outcome, in the order of the judgement: failures first, then what is unclear. */
export const ruleList = ({ rules }: Eligibility): Html => html`
  <ul class="govuk-list fl-rules">
    ${rules.map(
      (rule) => html`
        <li class="fl-rules__item">
          <p class="fl-card__line"><strong>${RULE_NAMES[rule.rule]}</strong> ${tag(tagOf(rule))}</p>
          <p class="govuk-body">${rule.sentence}</p>
          ${rule.quote !== null && quotation(rule.quote)}
          ${rule.question !== null && html`<p class="govuk-body"><strong>What would settle it:</strong> ${rule.question}</p>`}
          ${rule.opens !== null && html`<p class="govuk-body"><strong>What would have to change:</strong> ${rule.opens}</p>`}
        </li>`,
    )}
  </ul>`
