import type { ReviewedPair, ReviewList } from '../../actions/duplicates/review-pairs.ts'
import { count } from '../../base/text.ts'
import type { PageOf } from '../../db/page.ts'
import type { DuplicatePair } from '../../domain/duplicate.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import { insetText } from '../components/inset-text.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { pagination } from '../components/pagination.ts'
import { answerForms, undoForm } from '../duplicates/forms.ts'
import { pairCard } from '../duplicates/pair-card.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { sayAgo } from '../words.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly list: ReviewList
  /** The opportunity whose pairs alone are listed; null for all. */
  readonly of: OpportunityId | null
  /** The cursor of this page of the list; null for the first. */
  readonly after: string | null
  readonly page: PageOf<ReviewedPair>
  /** The pair that something has just been said of, as it is now, or that it is a pair no more; null for none. */
  readonly done: ReviewedPair | 'parted' | null
}

const HREFS: Readonly<Record<ReviewList, string>> = {
  waiting: '/duplicates',
  decided: '/duplicates/decided',
}

const INTRO: Readonly<Record<ReviewList, Html>> = {
  waiting: html`
    <p class="govuk-body">
      These opportunities come from different sources and may be the same call. If they are, the one that says most
      is shown, with both sources, and nobody is told of it twice. Nothing is lost, and you can undo it.
    </p>
    <p class="govuk-body"><a class="govuk-link" href="/duplicates/decided">What has been decided</a></p>`,
  decided: html`
    <p class="govuk-body">
      What was merged is shown once. What was kept apart is shown twice and is not asked about again. Undo gives
      both back as their sources tell them now.
    </p>`,
}

/** Opportunities that may be the same call, for a person to decide; or those that have been decided. */
export const duplicatesPage = ({ site, now, list, of, after, page, done }: Props): Html =>
  layout({
    site,
    title: list === 'waiting' ? 'Possible duplicates' : 'Duplicates that were decided',
    part: 'opportunities',
    before:
      list === 'waiting'
        ? html`<a href="/opportunities" class="govuk-back-link">All opportunities</a>`
        : html`<a href="/duplicates" class="govuk-back-link">Possible duplicates</a>`,
    main: html`
      <h1 class="govuk-heading-l">${list === 'waiting' ? 'Possible duplicates' : 'Duplicates that were decided'}</h1>
      ${INTRO[list]}
      <h2 class="govuk-heading-m">${heading(list, page.total)}</h2>
      ${done !== null && banner(done)}
      ${page.total === 0 ? insetText(NOTHING[list]) : cards(page.items, now, list)}
      ${pagination({
        firstHref: after === null ? null : href(list, of, null),
        nextHref: page.next === null ? null : href(list, of, page.next),
      })}`,
  })

function href(list: ReviewList, of: OpportunityId | null, after: string | null): string {
  const query = new URLSearchParams({ ...(of !== null && { of }), ...(after !== null && { after }) })
  return query.size === 0 ? HREFS[list] : `${HREFS[list]}?${query}`
}

const NOTHING: Readonly<Record<ReviewList, string>> = {
  waiting: 'Opportunities are compared every hour. Those that may be the same call come here.',
  decided:
    'What you decide of possible duplicates, and what was merged because there was no doubt, comes here.',
}

function heading(list: ReviewList, total: number): string {
  if (list === 'waiting') return total === 0 ? 'Nothing to look at' : `${count(total, 'pair')} to look at`
  return total === 0 ? 'Nothing decided yet' : `${count(total, 'pair')}, the last decided first`
}

const cards = (items: readonly ReviewedPair[], now: Date, list: ReviewList): Html => html`
  <ul class="fl-cards">${items.map((item) => html`<li class="fl-card">${pairCard(item, now, list === 'waiting' ? answerForms(item) : decision(item, now))}</li>`)}</ul>`

const decision = (item: ReviewedPair, now: Date): Html => html`
  <div class="fl-said">
    <p class="govuk-body">${sayDecision(item.pair)}${item.pair.decidedAt !== null && `, ${sayAgo(now, item.pair.decidedAt)}`}.</p>
    ${undoForm(item)}
  </div>`

function sayDecision({ state, decidedBy }: DuplicatePair): string {
  if (state === 'kept_apart') return 'Kept apart by a person'
  return decidedBy === 'person' ? 'Merged by a person' : 'Merged without asking, since there was no doubt'
}

/** What has just been done, with a way back where there is one. */
function banner(done: ReviewedPair | 'parted'): Html {
  if (done === 'parted') {
    const words = 'These two are not among the possible duplicates now.'
    const content = html`<p class="govuk-notification-banner__heading">${words}</p>`
    return notificationBanner({ id: 'done', title: 'Done', content })
  }
  return notificationBanner({
    id: 'done',
    title: done.pair.state === 'waiting' ? 'Undone' : 'Done',
    content: html`
      <p class="govuk-notification-banner__heading">${sayDone(done.pair)}: ${done.first.title}.</p>
      ${done.pair.state !== 'waiting' && undoForm(done)}`,
  })
}

const DONE: Readonly<Record<DuplicatePair['state'], string>> = {
  merged: 'Shown as one call from now on',
  kept_apart: 'Kept as two calls',
  waiting: 'Waiting to be looked at again',
}

const sayDone = ({ state }: DuplicatePair): string => DONE[state]
