import { sayInstant } from '../../base/date.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { statusTag } from '../words.ts'
import type { Posted } from './posted.ts'
import { hidden, opportunityHref } from './target.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly there: readonly Opportunity[]
  /** Where the person who means another one goes on, with what was sent. */
  readonly href: string
  readonly backHref: string
  readonly posted: Posted
}

/** Says that the link is there already, and lets a person go on who means another opportunity. */
export const therePage = ({ site, now, there, href, backHref, posted }: Props): Html =>
  layout({
    site,
    title: 'This link is here already',
    part: 'opportunities',
    before: html`<a href="${backHref}" class="govuk-back-link">Back</a>`,
    main: html`
      <h1 class="govuk-heading-xl">This link is here already</h1>
      <ul class="fl-cards">${there.map((one) => html`<li class="fl-card">${card(one, now)}</li>`)}</ul>
      <p class="govuk-body">One page can tell of several opportunities, or of one anew each year.</p>
      <form action="${href}" method="post" enctype="multipart/form-data">
        ${carried(posted)}
        <button type="submit" name="step" value="${posted.step}" class="govuk-button govuk-button--secondary">Go on: mine is another one</button>
      </form>`,
  })

const card = (opportunity: Opportunity, now: Date): Html => html`
  <h2 class="fl-card__title"><a class="govuk-link" href="${opportunityHref(opportunity.id)}">${opportunity.title}</a></h2>
  <p class="fl-card__line">${statusTag(now, opportunity)} <span>From ${opportunity.funder.name}</span></p>
  <p class="fl-basis">${opportunity.provenance.sourceName}, first seen ${sayInstant(opportunity.provenance.firstSeenAt)}</p>`

const carried = ({ form, text, words, names, on, ref, version }: Posted): Html =>
  hidden({
    ...form,
    ...{ text, words, names },
    ...(on && { on }),
    ...(ref && { ref }),
    ...(version && { version: String(version) }),
    another: 'yes',
  })
