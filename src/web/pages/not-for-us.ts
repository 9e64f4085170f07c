import { count } from '../../base/text.ts'
import type { FeedbackOn } from '../../db/feedback.ts'
import type { PageOf } from '../../db/page.ts'
import { FEEDBACK_REASONS } from '../../domain/feedback.ts'
import { KINDS, type Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { insetText } from '../components/inset-text.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { pagination } from '../components/pagination.ts'
import { sentenceCase } from '../fact-words.ts'
import { undoForm } from '../feedback-forms.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { factList, opportunityHref } from '../opportunity-card.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { sayAgo, statusTag } from '../words.ts'
import { matchesHref } from './organisations.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly organisation: Organisation
  /** The cursor of this page of the list; null for the first. */
  readonly after: string | null
  /** Newest first. */
  readonly page: PageOf<FeedbackOn>
  /** What has just been taken back; null for nothing. */
  readonly undone: Opportunity | null
}

export const notForUsHref = (id: string): string => `/organisations/${encodeURIComponent(id)}/not-for-us`

/** What an organisation has hidden from its matches, each with a way back. */
export const notForUsPage = (props: Props): Html => {
  const { site, organisation, after, page, undone } = props
  const href = notForUsHref(organisation.id)
  return layout({
    site,
    title: `Not for ${organisation.name}`,
    part: 'organisations',
    before: html`<a href="${matchesHref(organisation.id)}" class="govuk-back-link">Matches for ${organisation.name}</a>`,
    main: html`
      <h1 class="govuk-heading-l">Not for ${organisation.name}</h1>
      <p class="govuk-body">What is on this list is not among the matches, nor in the digests. Undo brings it back.</p>
      <h2 class="govuk-heading-m">${page.total === 0 ? 'Nothing is hidden' : `${count(page.total, 'opportunity', 'opportunities')}, newest first`}</h2>
      ${undone !== null && undoneBanner(undone)}
      ${
        page.total === 0
          ? insetText('To put an opportunity here, choose “Not for us” below it in the list of matches.')
          : html`<ul class="fl-cards">${page.items.map((item) => html`<li class="fl-card">${card(props, item)}</li>`)}</ul>`
      }
      ${pagination({
        firstHref: after === null ? null : href,
        nextHref: page.next === null ? null : `${href}?${new URLSearchParams({ after: page.next })}`,
      })}`,
  })
}

const undoneBanner = ({ title }: Opportunity): Html =>
  notificationBanner({
    id: 'undone',
    title: 'Undone',
    content: html`<p class="govuk-notification-banner__heading">No longer hidden: ${title}.</p>`,
  })

const card = ({ organisation, after, now }: Props, { feedback, opportunity }: FeedbackOn): Html => html`
  <h3 class="govuk-heading-m fl-card__title">
    <a class="govuk-link" href="${opportunityHref(opportunity.id)}">${opportunity.title}</a>
  </h3>
  <p class="fl-card__line">
    ${statusTag(now, opportunity)}
    <span>${KINDS[opportunity.kind]} from ${opportunity.funder.name}</span>
  </p>
  ${factList([
    ['Why', feedback.reason === null ? 'No reason given' : FEEDBACK_REASONS[feedback.reason]],
    ['Hidden', sentenceCase(sayAgo(now, feedback.givenAt))],
  ])}
  ${feedback.note !== null && paragraphsOf(feedback.note)}
  ${undoForm({ organisationId: organisation.id, opportunity, after, back: 'not-for-us' })}`
