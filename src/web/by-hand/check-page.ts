import type { CheckedForm } from '../../actions/opportunities/by-hand/check-form.ts'
import { listWords } from '../../base/text.ts'
import { sayAmount, sayFundTotal } from '../../domain/amount.ts'
import { sayEveryRound } from '../../domain/deadline.ts'
import type { ReadField } from '../../domain/from-words.ts'
import type { HandForm } from '../../domain/hand-form.ts'
import { KINDS, type OpportunityContent, statusAt } from '../../domain/opportunity.ts'
import { insetText } from '../components/inset-text.ts'
import { type Row, summaryList } from '../components/summary-list.ts'
import { quotation, ruleWords } from '../fact-words.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { hidden, type Target } from './target.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly target: Target
  readonly form: HandForm
  readonly checked: CheckedForm
  /** Whether it was withdrawn before, and is open again once it is saved. */
  readonly wasWithdrawn: boolean
}

/** All answers once more, before anything is stored. */
export const checkPage = ({ site, now, target, form, checked, wasWithdrawn }: Props): Html => {
  const { content, funder } = checked
  return layout({
    site,
    title: 'Check your answers',
    part: 'opportunities',
    main: html`
      <h1 class="govuk-heading-xl">Check your answers</h1>
      ${closedNote(content, now)}
      ${wasWithdrawn && insetText('It was withdrawn. If you save this, it is there again.')}
      ${summaryList([
        { key: 'Name', value: content.title },
        { key: 'Funder', value: html`${funder.funder.name}${!funder.isKnown && newFunder(funder.like)}` },
        { key: 'Kind of funding', value: KINDS[content.kind] },
        { key: 'Link', value: html`<span class="fl-break">${content.url}</span>` },
        { key: 'What it pays for', value: content.summary },
        { key: 'Closes', value: quoted(content, sayEveryRound(content.deadline), ['deadline']) },
        ...(content.deadline.note === null
          ? []
          : [{ key: 'The funder adds', value: `“${content.deadline.note}”` }]),
        { key: 'Amount of one award', value: quoted(content, sayAward(content), ['awardMin', 'awardMax']) },
        { key: 'Money in all', value: quoted(content, sayTotal(content), ['fundTotal']) },
        ...ruleRows(content),
      ])}
      <form action="${target.href}" method="post" enctype="multipart/form-data">
        ${hidden(target.carried)}${hidden({ ...form })}
        <button type="submit" name="step" value="save" class="govuk-button">${target.isNew ? 'Add this opportunity' : 'Save the change'}</button>
        <p class="govuk-body"><button type="submit" name="step" value="change" class="govuk-button govuk-button--secondary">Change an answer</button></p>
      </form>`,
  })
}

/** Why it will be listed as closed; nothing when it will not. */
function closedNote(content: OpportunityContent, now: Date): Html | false {
  if (statusAt(now, content) !== 'closed') return false
  return content.ended === null
    ? insetText('The closing date has passed, so it will be listed as closed.')
    : insetText(
        html`Somebody has found it closed, so it stays closed. If that is wrong, undo it at <a class="govuk-link" href="/rechecks">Opportunities to check</a> first.`,
      )
}

const newFunder = (like: readonly string[]): Html => html`
  <p class="fl-basis">We have no funder of this name yet.${like.length > 0 && ` If you mean ${listWords(like, 'or')}, change the name to that.`}</p>`

const sayAward = (content: OpportunityContent): string =>
  content.awardMin === null && content.awardMax === null
    ? 'Not stated'
    : sayAmount({ ...content, fundTotal: null })

const sayTotal = (content: OpportunityContent): string =>
  content.fundTotal === null ? 'Not stated' : sayFundTotal(content)

/** An answer with the words that it rests on, where a person found it in some. */
function quoted({ fromWords }: OpportunityContent, words: string, fields: readonly ReadField[]): Html {
  const quotes = new Set(fields.flatMap((field) => fromWords?.quotes[field] ?? []))
  return html`${words}${[...quotes].map(quotation)}`
}

const ruleRows = ({ rules, currency }: OpportunityContent): readonly Row[] =>
  ruleWords(rules, currency)
    .filter(
      ({ name, value }) => value !== null || name === 'Who may apply' || name === 'Where the work must be',
    )
    .map(({ name, value, quote }) => ({
      key: name,
      value: html`${value ?? 'Not stated'}${quote !== null && quotation(quote)}`,
    }))
