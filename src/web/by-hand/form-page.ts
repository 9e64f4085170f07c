import { errorSummary } from '../components/error-summary.ts'
import { type Html, html } from '../html.ts'
import { layout } from '../layout.ts'
import { closingFields, moneyFields } from './closing-fields.ts'
import { aboutFields, whoFields } from './form-fields.ts'
import type { FormProps } from './form-props.ts'
import { originFields } from './origin-fields.ts'
import { hidden } from './target.ts'

/** All that is asked of an opportunity, filled in as far as it is known, each with the words it was found in. */
export const formPage = (props: FormProps): Html => {
  const { site, target, faults } = props
  const mistakes = faults.map(({ field, text }) => ({ href: field, text }))
  return layout({
    site,
    title: `${faults.length === 0 ? '' : 'Error: '}${target.heading}`,
    part: 'opportunities',
    before: html`<a href="${target.backHref}" class="govuk-back-link">Back</a>`,
    main: html`
      ${mistakes.length > 0 && errorSummary(mistakes)}
      <h1 class="govuk-heading-xl">${target.heading}</h1>
      <p class="govuk-body-l">${intro(props)}</p>
      <form action="${target.href}" method="post" enctype="multipart/form-data" novalidate>
        ${hidden(target.carried)}
        ${aboutFields(props)}
        ${closingFields(props)}
        ${moneyFields(props)}
        ${whoFields(props)}
        ${target.isNew && originFields(props)}
        <button type="submit" name="step" value="check" class="govuk-button">Continue</button>
      </form>`,
  })
}

function intro({ target, suggested }: FormProps): string {
  if (!target.isNew) return 'Who was told of it is told what you change.'
  return suggested.title === '' && Object.keys(suggested.found.fromWords?.quotes ?? {}).length === 0
    ? 'Fill in what you know, and leave the rest empty.'
    : 'We filled in what the words say for sure. Check it, and add what you know. What is not known stays empty.'
}
