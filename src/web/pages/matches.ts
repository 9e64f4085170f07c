import { count } from '../../base/text.ts'
import type { PageOf } from '../../db/page.ts'
import type { Match } from '../../domain/match.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { details } from '../components/details.ts'
import { insetText } from '../components/inset-text.ts'
import { pagination } from '../components/pagination.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { matchCard, PARTS } from '../match-card.ts'
import { matchesHref } from './organisations.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly organisation: Organisation
  /** Whether this is the first page of the list. */
  readonly first: boolean
  readonly page: PageOf<Match>
}

export const matchesPage = ({ site, now, organisation, first, page }: Props): Html => {
  const href = matchesHref(organisation.id)
  return layout({
    site,
    title: `Matches for ${organisation.name}`,
    part: 'organisations',
    before: html`<a href="/organisations" class="govuk-back-link">All organisations</a>`,
    main: html`
      <h1 class="govuk-heading-l">Matches for ${organisation.name}</h1>
      ${insetText(
        'The fit orders what you may apply for. It is not a prediction of an award. “May apply” means that no rule that we know of stands against you: a funder may have more in its own words, so read its page before you apply.',
      )}
      ${HOW}
      <h2 class="govuk-heading-m">${page.total === 0 ? 'No matches' : `${count(page.total, 'match', 'matches')}, best fit first`}</h2>
      ${
        page.total === 0
          ? EMPTY
          : html`<ol class="fl-cards">${page.items.map((match) => html`<li class="fl-card">${matchCard(match, now)}</li>`)}</ol>`
      }
      ${pagination({
        firstHref: first ? null : href,
        nextHref: page.next === null ? null : `${href}?${new URLSearchParams({ after: page.next })}`,
      })}`,
  })
}

const HOW = details(
  'How matches are made',
  html`
    <p class="govuk-body">
      First the funder's rules: what the organisation cannot apply for is left out. What the funder does
      not state, or what we do not know of the organisation, never counts as a no: where it matters, it is
      shown as unclear, with what would settle it.
    </p>
    <p class="govuk-body">Then the fit, from 0 to 100, orders the rest. It is made of these parts:</p>
    <ul class="govuk-list govuk-list--bullet">
      ${Object.values(PARTS).map(({ name, meaning }) => html`<li><strong>${name}</strong>: ${meaning}</li>`)}
    </ul>`,
)

const EMPTY = insetText(html`
  <p class="govuk-body">
    Either nothing that is open suits this organisation, or matching has not run since it was brought in.
    To match again, run this where fundlocal is installed:
  </p>
  <p class="govuk-body"><code class="fl-code">npm run job -- match-organisations</code></p>`)
