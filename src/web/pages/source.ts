import type { SourceStory } from '../../actions/sources/show-source.ts'
import { sayInstant } from '../../base/date.ts'
import { count } from '../../base/text.ts'
import type { HarvestRun } from '../../db/harvest-runs.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { pauseSection } from '../pause-section.ts'
import { driftNotice, sayCounts, sayOutcome, sourceRows, sourceTags } from '../source-words.ts'
import { sayAgo } from '../words.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly story: SourceStory
  /** Whether it has just been started again. */
  readonly started: boolean
}

/** For operators: one source, what it did lately, and what of it could not be read. */
export function sourcePage({ site, now, story, started }: Props): Html {
  const { state, runs, reasons } = story
  const { entry, job, health, pause } = state
  return layout({
    site,
    title: entry.name,
    part: 'sources',
    before: html`<a href="/sources" class="govuk-back-link">All sources</a>`,
    main: html`
      <h1 class="govuk-heading-l">${entry.name}</h1>
      <p class="fl-card__line">${sourceTags(state)}</p>
      ${started && pause === null && STARTED}
      ${pause !== null && pauseSection(pause, job)}
      ${driftNotice(state)}
      ${summaryList([
        ...sourceRows(state, now),
        { key: 'How often', value: `Every ${count(entry.everyHours, 'hour')} at most` },
        { key: 'Address', value: html`<span class="fl-break">${entry.url}</span>` },
      ])}
      ${entry.homepage !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${entry.homepage}" rel="noopener">Go to the site of ${entry.name}</a></p>`}
      ${entry.verified === false && unverified(entry.id)}
      <h2 class="govuk-heading-m">Last runs</h2>
      ${runs.length === 0 ? html`<p class="govuk-body">It has not been read yet.</p>` : runList(runs)}
      <h2 class="govuk-heading-m">In quarantine</h2>
      ${health?.waiting ? quarantine(health.waiting, reasons, now) : html`<p class="govuk-body">Nothing waits here.</p>`}`,
  })
}

const STARTED = notificationBanner({
  id: 'started',
  title: 'Done',
  content: html`<p class="govuk-notification-banner__heading">It will be read at the next run.</p>`,
})

const unverified = (id: string): Html => html`
  <p class="govuk-body">
    Nobody has compared what is read here with a live page yet. This reads one page and says what it found:
  </p>
  <p class="govuk-body"><code class="fl-code">npm run job -- check-source ${id}</code></p>`

const runList = (runs: readonly HarvestRun[]): Html => html`
  <ul class="govuk-list govuk-list--bullet">
    ${runs.map(
      (run) =>
        html`<li class="fl-break">${sayInstant(run.startedAt)}: ${sayCounts(run.counts)}. ${sayOutcome(run)}.</li>`,
    )}
  </ul>`

const quarantine = (waiting: number, reasons: SourceStory['reasons'], now: Date): Html => html`
  <p class="govuk-body">${count(waiting, 'record')} could not be read, and nothing of ${waiting === 1 ? 'it' : 'them'} is lost:</p>
  <ul class="govuk-list govuk-list--bullet">
    ${reasons.map(
      ({ reason, n, key, lastFailedAt }) =>
        html`<li class="fl-break">${reason} (${count(n, 'record')}${key !== null && `${n === 1 ? ', ' : ', such as '}${key}`}, last tried ${sayAgo(now, lastFailedAt)})</li>`,
    )}
  </ul>
  <p class="govuk-body">They are tried again every Sunday. To try them now, run this where fundlocal is installed:</p>
  <p class="govuk-body"><code class="fl-code">npm run job -- replay-quarantine</code></p>`
