import { AppError } from '../../base/errors.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'

interface Words {
  readonly title: string
  readonly text: string
}

/** What each refusal means for a reader; a bug is none of them. */
const REFUSALS: Readonly<Record<AppError['code'], string>> = {
  invalid: 'There is a problem with what was asked',
  forbidden: 'You cannot do this from here',
  not_found: 'Page not found',
  conflict: 'This could not be done as it stands now',
  source_unavailable: 'A source does not answer',
  unavailable: 'The service is not available',
}

const BUG: Words = {
  title: 'Sorry, there is a problem with the service',
  text: 'Try again in a few minutes. What went wrong has been written down for whoever runs this service.',
}

interface Props {
  readonly site: Site
  readonly error: unknown
}

export const errorPage = ({ site, error }: Props): Html => {
  const { title, text } = wordsFor(error)
  return layout({
    site,
    title,
    part: null,
    main: html`
      <h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">${text}</p>
      <p class="govuk-body"><a class="govuk-link" href="/opportunities">See all opportunities</a></p>`,
  })
}

const wordsFor = (error: unknown): Words =>
  error instanceof AppError
    ? { title: REFUSALS[error.code], text: `${error.message}.`.replace(/\.\.$/, '.') }
    : BUG
