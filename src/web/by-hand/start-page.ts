import { errorSummary } from '../components/error-summary.ts'
import { textInput } from '../components/text-input.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'

/** Where opportunities are added by hand. */
export const NEW_HREF = '/opportunities/new'

interface Props {
  readonly site: Site
  /** What was typed. */
  readonly link: string
  readonly text: string
  /** What is wrong with it; null for nothing. */
  readonly fault: { readonly field: 'link' | 'text'; readonly text: string } | null
}

/** Asks for what an opportunity is to be read from. */
export const startPage = ({ site, link, text, fault }: Props): Html =>
  layout({
    site,
    title: `${fault === null ? '' : 'Error: '}Add an opportunity`,
    part: 'opportunities',
    before: html`<a href="/opportunities" class="govuk-back-link">All opportunities</a>`,
    main: html`
      ${fault !== null && errorSummary([{ href: fault.field, text: fault.text }])}
      <h1 class="govuk-heading-xl">Add an opportunity</h1>
      <p class="govuk-body-l">Give us what you have. We read it and fill in a form, you check it.</p>
      <form action="${NEW_HREF}" method="post" enctype="multipart/form-data" novalidate>
        ${textInput({
          name: 'link',
          isWide: true,
          label: 'Link to the page about it',
          hint: 'Such as https://fund.example/grants. We open it once, now',
          value: link,
          fault: fault?.field === 'link' ? fault.text : null,
        })}
        ${textarea({
          name: 'text',
          id: 'text',
          label: 'Or its words (optional)',
          hint: 'Paste a paragraph of a newsletter, or the text of a guidance. Of a PDF, copy the words and paste them: we cannot read the file. With words here, we do not open the link',
          value: text,
          fault: fault?.field === 'text' ? fault.text : null,
          rows: 10,
        })}
        <button type="submit" name="step" value="read" class="govuk-button">Read it</button>
        <p class="govuk-body"><button type="submit" name="step" value="change" class="govuk-button govuk-button--secondary">Fill in the form myself</button></p>
      </form>`,
  })
