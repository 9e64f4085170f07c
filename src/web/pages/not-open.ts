import type { NotOpenPage, NotOpenSearch } from '../../actions/matching/find-not-open.ts'
import type { FindFreshness } from '../../actions/rechecks/freshness.ts'
import { count } from '../../base/text.ts'
import { type Organisation, saysLittle } from '../../domain/organisation.ts'
import { insetText } from '../components/inset-text.ts'
import { pagination } from '../components/pagination.ts'
import { select } from '../components/select.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { notOpenCard } from '../not-open-card.ts'
import { openingSections } from '../opening-sections.ts'
import { RULE_NAMES } from '../rule-list.ts'
import { SAY_MORE } from './matches.ts'
import { matchesHref, notOpenHref } from './organisations.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly organisation: Organisation
  readonly search: NotOpenSearch
  /** Whether this is the first page of the list. */
  readonly first: boolean
  readonly page: NotOpenPage
  readonly freshness: FindFreshness
}

/** What fits an organisation and is shut to it, with what would open it. */
export const notOpenPage = (props: Props): Html => {
  const { site, now, organisation, search, first, page, freshness } = props
  const { id, name } = organisation
  return layout({
    site,
    title: `Not open: ${name}`,
    part: 'organisations',
    before: html`<a href="${matchesHref(id)}" class="govuk-back-link">Matches for ${name}</a>`,
    main: html`
      <h1 class="govuk-heading-l">Not open to ${name} yet</h1>
      ${insetText(
        'These would stand among your matches, but a rule of the funder shuts you out. Each says what would have to change. A funder may have more rules in its own words, so read its page before you change anything for it.',
      )}
      ${page.matches > 0 && page.shown === 0 && NOT_MADE}
      ${saysLittle(organisation) && SAY_MORE}
      ${openingSections(page)}
      ${page.bars.length > 0 && filters(id, search, page)}
      <h2 class="govuk-heading-m">${heading(page)}</h2>
      ${
        page.total === 0
          ? nothing(id, page)
          : html`<ol class="fl-cards">${page.items.map((match) => html`<li class="fl-card">${notOpenCard(match, now, freshness(match.opportunity))}</li>`)}</ol>`
      }
      ${pagination({
        firstHref: first ? null : href(id, search, null),
        nextHref: page.next === null ? null : href(id, search, page.next),
      })}`,
  })
}

const filters = (id: string, { rule }: NotOpenSearch, { bars }: NotOpenPage): Html => {
  const options = bars.map((bar) => [bar.rule, `${RULE_NAMES[bar.rule]} (${bar.count})`] as const)
  // What was chosen stays to be seen, though nothing is left of it.
  const chosen =
    rule === null || bars.some((bar) => bar.rule === rule) ? [] : [[rule, RULE_NAMES[rule]] as const]
  return html`
  <form class="fl-filters" action="${notOpenHref(id)}" method="get">
    ${select({
      name: 'rule',
      label: 'What stands in the way',
      options: [['', 'Anything'], ...options, ...chosen],
      chosen: rule ?? '',
    })}
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show</button>
  </form>`
}

function heading({ total, shut }: NotOpenPage): string {
  if (total === 0) return 'No opportunities'
  const all = count(shut, 'opportunity', 'opportunities')
  return shut > total ? `The best ${total} of ${all}` : `${all}, best fit first`
}

/** Why the list is empty, as far as it can be told. */
function nothing(id: string, { bars, matches, questions }: NotOpenPage): Html {
  if (bars.length > 0)
    return insetText(html`
      <p class="govuk-body">
        Choose something else that stands in the way, or
        <a class="govuk-link" href="${notOpenHref(id)}">see everything that is not open to you</a>.
      </p>`)
  if (matches === 0) return insetText('Nothing that takes bids now, or will, is either open or shut to you.')
  return insetText(
    questions.length > 0
      ? 'No rule shuts you out for certain of anything that fits you. Some may, once we know what is asked above.'
      : 'No rule that something could change shuts you out of anything that would stand among your matches.',
  )
}

const NOT_MADE = insetText(html`
  <p class="govuk-body">
    <strong>Your list of matches has not been made yet.</strong> What is said of your matches here is of those that it
    will show. To make it, run this where fundlocal is installed:
  </p>
  <p class="govuk-body"><code class="fl-code">npm run job -- match-organisations</code></p>`)

function href(id: string, { rule }: NotOpenSearch, after: string | null): string {
  const query = new URLSearchParams({
    ...(rule === null ? {} : { rule }),
    ...(after === null ? {} : { after }),
  })
  return query.size === 0 ? notOpenHref(id) : `${notOpenHref(id)}?${query}`
}
