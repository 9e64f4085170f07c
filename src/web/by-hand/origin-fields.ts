import { select } from '../components/select.ts'
import { textInput } from '../components/text-input.ts'
import { type Html, html } from '../html.ts'
import { LICENCES } from '../licences.ts'
import { type FormProps, faultOf } from './form-props.ts'

/** Where it was found, and whether its words may be kept. */
export const originFields = ({ form, faults, target }: FormProps): Html => html`
  ${textInput({
    name: 'where',
    isWide: true,
    label: 'Where you found it (optional)',
    hint: 'Such as “the newsletter of the Example Network of 3 June”. Readers see it',
    value: form.where,
    fault: faultOf(faults, 'where'),
  })}
  ${
    target.carried['words'] !== '' &&
    select({
      name: 'licence',
      label: 'May the funder’s text be copied?',
      hint: 'Only the facts, the sentences that they were read from and the link are kept, unless its licence lets anybody copy it',
      options: [
        ['', 'Not known: keep the facts'],
        ...Object.entries(LICENCES).map(([id, { name }]) => [id, `Yes, under the ${name}`] as const),
      ],
      chosen: form.licence,
    })
  }`
