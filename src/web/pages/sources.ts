import type { SourceState } from '../../actions/sources/list-sources.ts'
import { count } from '../../base/text.ts'
import { insetText } from '../components/inset-text.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { layout, type Site } from '../layout.ts'
import { driftNotice, sourceRows, sourceTags } from '../source-words.ts'

interface Props {
  readonly site: Site
  readonly now: Date
  readonly sources: readonly SourceState[]
}

export const sourceHref = (id: string): string => `/sources/${encodeURIComponent(id)}`

/** For operators: how every source is. */
export const sourcesPage = ({ site, now, sources }: Props): Html =>
  layout({
    site,
    title: 'Sources',
    part: 'sources',
    top: true,
    main: html`
      <h1 class="govuk-heading-xl">Sources</h1>
      <p class="govuk-body-l">Where opportunities are read, and how fresh each place is.</p>
      <p class="govuk-body"><a class="govuk-link" href="/rechecks">Opportunities to check</a></p>
      ${sources.length === 0 ? NONE : html`<h2 class="govuk-heading-m">${heading(sources)}</h2>${cards(sources, now)}`}`,
  })

const NONE = insetText(html`
  <p class="govuk-body">No source is listed. Add one to <code class="fl-code">data/sources.json</code>, then start fundlocal again.</p>`)

const heading = (sources: readonly SourceState[]): string => {
  const on = sources.filter(({ entry, pause }) => entry.enabled && pause === null).length
  const troubled = sources.filter(isInTrouble).length
  const trouble = troubled === 0 ? '' : `. ${troubled} ${troubled === 1 ? 'needs' : 'need'} a look`
  return `${count(sources.length, 'source')}, of which ${on} ${on === 1 ? 'is' : 'are'} on${trouble}`
}

/** Paused, failing, or other than it was. A rest that it asked for is no failure. */
const isInTrouble = ({ entry, health, drift, pause }: SourceState): boolean => {
  const lastRun = health?.lastRun ?? null
  const isFailing = lastRun !== null && lastRun.error !== null && !lastRun.resting
  return entry.enabled && (pause !== null || isFailing || drift.fell !== null || drift.gone.length > 0)
}

/** What needs a look comes first; otherwise in the order of the registry, those that are off last. */
const byTrouble = (state: SourceState): number => (isInTrouble(state) ? 0 : state.entry.enabled ? 1 : 2)

const cards = (sources: readonly SourceState[], now: Date): Html => html`
  <ul class="fl-cards">${sources.toSorted((a, b) => byTrouble(a) - byTrouble(b)).map((state) => html`<li class="fl-card">${card(state, now)}</li>`)}</ul>`

const card = (state: SourceState, now: Date): Html => html`
  <h3 class="govuk-heading-m fl-card__title">
    <a class="govuk-link" href="${sourceHref(state.entry.id)}">${state.entry.name}</a>
  </h3>
  <p class="fl-card__line">${sourceTags(state)}</p>
  ${driftNotice(state)}
  ${summaryList(sourceRows(state, now))}`
