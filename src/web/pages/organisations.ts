import { count, summarise } from '../../base/text.ts'
import type { PageOf } from '../../db/page.ts'
import { sayApplicantType } from '../../domain/applicant-type.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { insetText } from '../components/inset-text.ts'
import { pagination } from '../components/pagination.ts'
import { sentenceCase } from '../fact-words.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { factList } from '../opportunity-card.ts'
import { sayWorksIn } from '../words.ts'

interface Props {
  readonly site: Site
  /** What somebody looks for; empty for the whole list. */
  readonly name: string
  /** Whether this is the first page of the list. */
  readonly first: boolean
  readonly page: PageOf<Organisation>
}

export const organisationsPage = ({ site, name, first, page }: Props): Html =>
  layout({
    site,
    title: 'Organisations',
    part: 'organisations',
    top: true,
    main: html`
      <h1 class="govuk-heading-xl">Organisations</h1>
      <p class="govuk-body-l">Local organisations that look for funding, by name.</p>
      ${searchForm(name)}
      <h2 class="govuk-heading-m">${heading(name, page.total)}</h2>
      ${
        page.total === 0
          ? name === ''
            ? EMPTY
            : NOT_FOUND
          : html`<ul class="fl-cards">${page.items.map((item) => html`<li class="fl-card">${card(item)}</li>`)}</ul>`
      }
      ${pagination({
        firstHref: first ? null : '/organisations',
        nextHref: page.next === null ? null : `/organisations?${new URLSearchParams({ after: page.next })}`,
      })}`,
  })

/** Names are found though they are misspelt or shortened, so nothing more than a name is asked for. */
const searchForm = (name: string): Html => html`
  <form class="fl-filters" action="/organisations" method="get" role="search">
    <div class="govuk-form-group">
      <label class="govuk-label" for="name">Name of an organisation</label>
      <input class="govuk-input govuk-input--width-20" id="name" name="name" type="search" value="${name}" autocomplete="off">
    </div>
    <button class="govuk-button govuk-button--secondary" type="submit">Find</button>
    ${name !== '' && html`<a class="govuk-link govuk-body" href="/organisations">Show all organisations</a>`}
  </form>`

function heading(name: string, total: number): string {
  const found = total === 0 ? 'No organisations' : count(total, 'organisation')
  return name === '' ? found : `${found} with a name like “${name}”`
}

const NOT_FOUND = insetText(html`
  <p class="govuk-body">Try fewer words, or the name as it stands in the register of charities or companies.</p>`)

export const matchesHref = (id: string): string => `/organisations/${encodeURIComponent(id)}/matches`

export const notOpenHref = (id: string): string => `/organisations/${encodeURIComponent(id)}/not-open`

const EMPTY = insetText(html`
  <p class="govuk-body">No organisation has been brought in yet. Run this where fundlocal is installed, with your own list:</p>
  <p class="govuk-body"><code class="fl-code">npm run import -- organisations your-list.csv</code></p>`)

const card = ({ id, name, legalForm, whatWeDo, ...works }: Organisation): Html => html`
  <h3 class="govuk-heading-m fl-card__title"><a class="govuk-link" href="${matchesHref(id)}">${name}</a></h3>
  ${whatWeDo !== '' && html`<p class="govuk-body">${summarise(whatWeDo)}</p>`}
  ${factList([
    ['Legal form', legalForm === null ? 'Not known' : sentenceCase(sayApplicantType(legalForm))],
    ['Works in', sayWorksIn(works)],
  ])}`
