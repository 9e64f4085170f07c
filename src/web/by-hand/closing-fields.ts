import { sayEveryRound } from '../../domain/deadline.ts'
import type { ReadField } from '../../domain/from-words.ts'
import { dateInput } from '../components/date-input.ts'
import { radios } from '../components/radios.ts'
import { textInput } from '../components/text-input.ts'
import { type Html, html } from '../html.ts'
import { withEvidence } from './evidence.ts'
import { type FormProps, faultOf } from './form-props.ts'

const CLOSINGS = [
  ['fixed', 'On a day'],
  ['rolling', 'It is open all year'],
  ['until_spent', 'When the money is spent'],
  ['unknown', 'It does not say'],
] as const

/** When it closes. */
export const closingFields = (props: FormProps): Html => {
  const { form, faults, suggested } = props
  const { rounds } = suggested.found.deadline
  return html`
  ${radios({
    name: 'deadline',
    id: 'deadline',
    legend: 'When it closes',
    hint: evidence(props, 'deadline', 'Choose one'),
    options: CLOSINGS,
    chosen: form.deadline === '' ? null : form.deadline,
    fault: faultOf(faults, 'deadline'),
  })}
  ${dateInput({
    legend: 'Closing date',
    hint:
      rounds.length > 1
        ? `If it closes on a day. There are several: ${sayEveryRound(suggested.found.deadline)}. All of them are kept unless you change this one`
        : 'If it closes on a day, such as 27 3 2027',
    day: form.day,
    month: form.month,
    year: form.year,
    fault: faultOf(faults, 'day'),
  })}
  ${textInput({
    name: 'time',
    label: 'Closing time (optional)',
    hint: 'Such as 12:00, 5pm or noon',
    value: form.time,
    fault: faultOf(faults, 'time'),
  })}`
}

/** What there is to get. */
export const moneyFields = (props: FormProps): Html => html`
  ${money(props, 'awardMin', 'Lowest amount of one award (optional)')}
  ${money(props, 'awardMax', 'Highest amount of one award (optional)')}
  ${money(props, 'fundTotal', 'Money in all (optional)')}`

const money = (props: FormProps, name: 'awardMin' | 'awardMax' | 'fundTotal', label: string): Html =>
  textInput({
    name,
    label,
    hint: evidence(props, name, 'In pounds, such as 10000'),
    value: props.form[name],
    fault: faultOf(props.faults, name),
  })

const evidence = ({ suggested: { found, unsure } }: FormProps, field: ReadField, hint: string): Html =>
  withEvidence(hint, found.fromWords?.quotes[field] ?? null, unsure[field])
