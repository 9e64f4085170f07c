import type { AlsoListed } from '../../actions/duplicates/also-listed.ts'
import type { FunderRegisterId } from '../../actions/funders/found-ids.ts'
import type { FunderAwards } from '../../actions/funders/show-awards.ts'
import type { FreshnessOf } from '../../actions/rechecks/freshness.ts'
import { sayMoney } from '../../base/money.ts'
import type { VersionNote } from '../../db/opportunity-versions.ts'
import type { EarlyHelp } from '../../domain/early-help.ts'
import { KINDS, type Opportunity, statusAt } from '../../domain/opportunity.ts'
import { isClosedBy } from '../../domain/recheck.ts'
import { sayOrgId } from '../../domain/say-org-id.ts'
import { BENEFICIARIES, THEMES } from '../../domain/theme.ts'
import { awardsSection } from '../awards-section.ts'
import { byHandLinks, doneBanner } from '../by-hand/on-opportunity.ts'
import { insetText } from '../components/inset-text.ts'
import { type Row, summaryList } from '../components/summary-list.ts'
import { deadlineSection } from '../deadline-section.ts'
import { earlyLine } from '../early-line.ts'
import { ruleValue, ruleWords, sentenceCase } from '../fact-words.ts'
import { doubtNotice } from '../freshness-words.ts'
import { fromWordsSection } from '../from-words-section.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { lotsSection } from '../lots-section.ts'
import { keyFacts } from '../opportunity-card.ts'
import { originSection } from '../origin-section.ts'
import { paragraphsOf } from '../paragraphs.ts'
import type { Done } from '../query.ts'
import { isAhead, sayWhen, statusTag } from '../words.ts'
import { fittingHref } from './fitting-organisations.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly opportunity: Opportunity
  /** Newest first. */
  readonly versions: readonly VersionNote[]
  /** What other sources tell of it. */
  readonly also: readonly AlsoListed[]
  /** The id of its funder in a register; null when not known. */
  readonly registered: FunderRegisterId | null
  /** What its funder has paid for; undefined when that is not known. */
  readonly awards: FunderAwards | undefined
  /** What it names of early help. */
  readonly earlyHelp: readonly EarlyHelp[]
  readonly freshness: FreshnessOf
  /** What has just been done with it; null for nothing. */
  readonly done: Done
}

export const opportunityPage = (props: Props): Html => {
  const { site, now, opportunity, versions, also, registered, awards, earlyHelp, freshness, done } = props
  const { title, description, summary } = opportunity
  const about = description === '' ? summary : description
  return layout({
    site,
    title,
    part: 'opportunities',
    before: html`<a href="/opportunities" class="govuk-back-link">All opportunities</a>`,
    main: html`
      ${doneBanner(done)}
      <h1 class="govuk-heading-l">${title}</h1>
      <p class="fl-card__line">
        ${statusTag(now, opportunity)}
        <span>${KINDS[opportunity.kind]} from ${opportunity.funder.name}</span>
      </p>
      ${over(opportunity, now, freshness)}
      ${isAhead(opportunity, now) && doubtNotice(now, freshness)}
      ${earlyLine(earlyHelp)}
      ${summaryList(facts(opportunity, now, registered))}
      ${fromWordsSection(opportunity)}
      ${applyLink(opportunity, now)}
      ${whoFits(opportunity, now)}
      ${about !== '' && html`<h2 class="govuk-heading-m">What it is for</h2>${paragraphsOf(about)}`}
      <h2 class="govuk-heading-m">Rules of the funder</h2>
      ${summaryList(ruleWords(opportunity.rules, opportunity.currency).map((rule) => ({ key: rule.name, value: ruleValue(rule) })))}
      ${deadlineSection(opportunity)}
      ${lotsSection(opportunity)}
      ${awardsSection(awards, opportunity.funder)}
      ${originSection(opportunity, versions, also, now, freshness)}
      ${byHandLinks(opportunity)}`,
  })
}

/** Said plainly, before anything else, when no bid can be made. */
function over(opportunity: Opportunity, now: Date, { check }: FreshnessOf): Html | false {
  const status = statusAt(now, opportunity)
  if (status !== 'closed' && status !== 'withdrawn') return false
  const words =
    check && isClosedBy(check, opportunity)
      ? 'Closed early: a person found it closed'
      : sayWhen(now, opportunity)
  const { endedWhy = null } = opportunity
  const why = endedWhy === null ? '' : `The reason given: ${endedWhy.replace(/[.]$/, '')}. `
  return insetText(html`<strong>${words}.</strong> ${why}You can no longer apply.`)
}

function facts(opportunity: Opportunity, now: Date, registered: FunderRegisterId | null): readonly Row[] {
  const { funder, programme, themes, beneficiaries, contactEmail, vcseSignals } = opportunity
  const rows: readonly (Row | false)[] = [
    { key: 'Funder', value: html`${funder.name}${registered && registerLine(registered)}` },
    programme !== null && { key: 'Programme', value: programme },
    ...keyFacts(opportunity, now).map(([key, value]) => ({ key, value })),
    totalRow(opportunity),
    themes.length > 0 && { key: 'Themes', value: bullets(themes.map((theme) => THEMES[theme])) },
    beneficiaries.length > 0 && {
      key: 'For whom',
      value: bullets(beneficiaries.map((who) => BENEFICIARIES[who])),
    },
    vcseSignals.length > 0 && {
      key: 'Voluntary sector',
      value: bullets(vcseSignals.map((signal) => SIGNALS[signal])),
    },
    contactEmail !== null && {
      key: 'Contact',
      value: html`<a class="govuk-link fl-break" href="mailto:${contactEmail}">${contactEmail}</a>`,
    },
  ]
  return rows.filter((row) => row !== false)
}

/** Whether the source said so itself matters: a name may lead to another body of that name. */
function registerLine({ orgId, from }: FunderRegisterId): Html | null {
  const said = sayOrgId(orgId)
  if (from === 'source') return said === null ? null : html`<br>${sentenceCase(said)}`
  return html`<br>${said === null ? 'Found' : `${sentenceCase(said)}, found`} by its name: the source states no number`
}

/** The whole pot, when the amount above is that of one award. */
const totalRow = ({ awardMin, awardMax, fundTotal, currency }: Opportunity): Row | false =>
  fundTotal !== null &&
  (awardMin !== null || awardMax !== null) && { key: 'Whole fund', value: sayMoney(fundTotal, currency) }

const SIGNALS: Readonly<Record<Opportunity['vcseSignals'][number], string>> = {
  suitable: 'The buyer says that it suits voluntary, community and social enterprises',
  reserved: 'Reserved for organisations of the sector',
  light_touch: 'Under the lighter rules for social and health services',
}

const bullets = (words: readonly string[]): Html => html`
  <ul class="govuk-list fl-list">${words.map((word) => html`<li>${word}</li>`)}</ul>`

/** For council officers: whom to tell of it. */
function whoFits(opportunity: Opportunity, now: Date): Html | false {
  return (
    isAhead(opportunity, now) &&
    html`<p class="govuk-body"><a class="govuk-link" href="${fittingHref(opportunity.id)}">Local organisations that fit</a></p>`
  )
}

function applyLink({ applyUrl, url, funder, ...opportunity }: Opportunity, now: Date): Html {
  return isAhead(opportunity, now)
    ? html`<p class="govuk-body"><a class="govuk-button" href="${applyUrl ?? url}" rel="noopener">Read and apply at ${funder.name}</a></p>
      ${applyUrl !== null && applyUrl !== url && pageLink(url)}`
    : pageLink(url)
}

const pageLink = (url: string): Html => html`
  <p class="govuk-body"><a class="govuk-link" href="${url}" rel="noopener">Read the funder's own page</a></p>`
