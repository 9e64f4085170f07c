import type { SourceState } from '../actions/sources/list-sources.ts'
import { sayInstant } from '../base/date.ts'
import { count, listWords } from '../base/text.ts'
import type { HarvestCounts, HarvestRun } from '../db/harvest-runs.ts'
import { sayDrift } from '../domain/drift.ts'
import { insetText } from './components/inset-text.ts'
import type { Row } from './components/summary-list.ts'
import { tag } from './components/tag.ts'
import { licenceLink } from './footer.ts'
import { type Html, html, type Piece } from './html.ts'
import { sayAgo } from './words.ts'

/** Whether it is read, and whether somebody has compared it with a live page. */
export const sourceTags = ({ entry, pause }: SourceState): Piece => [
  !entry.enabled
    ? tag({ text: 'Switched off', colour: 'grey' })
    : pause === null
      ? tag({ text: 'On', colour: 'green' })
      : tag({ text: 'Paused', colour: 'red' }),
  entry.verified === true && tag({ text: 'Verified live', colour: 'teal' }),
  entry.verified === false && tag({ text: 'Not yet verified live', colour: 'yellow' }),
]

/** How the source is, as facts. */
export function sourceRows(state: SourceState, now: Date): readonly Row[] {
  const { entry, health, open } = state
  const lastGoodAt = health?.lastGoodAt ?? null
  return [
    {
      key: 'Read to its end',
      value: lastGoodAt === null ? 'Never' : `${sayInstant(lastGoodAt)} (${sayAgo(now, lastGoodAt)})`,
    },
    { key: 'Last run', value: health?.lastRun ? sayLastRun(health.lastRun) : 'None yet' },
    { key: 'Next run', value: sayNext(state) },
    { key: 'Open opportunities', value: open.toLocaleString('en-GB') },
    { key: 'In quarantine', value: health?.waiting ? count(health.waiting, 'record') : 'Nothing' },
    { key: 'Licence', value: licenceLink(entry.licence) },
  ]
}

const sayLastRun = (run: HarvestRun): Html => html`
  <p class="govuk-body">${sayInstant(run.startedAt)}: ${sayCounts(run.counts)}.</p>
  <p class="govuk-body fl-break">${sayOutcome(run)}</p>`

/** How a run ended, in a sentence; with the error when there was one. */
export function sayOutcome({ error, resting, finished }: HarvestRun): string {
  if (error !== null) return `${resting ? 'It rests' : 'It failed'}: ${error}`
  return finished ? 'It was read to its end' : 'Its time was over before the end; the next run goes on there'
}

const COUNTED: readonly (readonly [keyof HarvestCounts, string])[] = [
  ['new', 'new'],
  ['changed', 'changed'],
  ['unchanged', 'unchanged'],
  ['withdrawn', 'withdrawn'],
  ['skipped', 'left out'],
  ['quarantined', 'in quarantine'],
]

/** @example '120 items on 2 pages: 3 new and 117 unchanged' */
export function sayCounts(counts: HarvestCounts): string {
  if (counts.pages === 0) return 'No page was read'
  const parts = COUNTED.filter(([name]) => counts[name] > 0).map(
    ([name, words]) => `${counts[name].toLocaleString('en-GB')} ${words}`,
  )
  const read = `${count(counts.seen, 'item')} on ${count(counts.pages, 'page')}`
  return parts.length === 0 ? read : `${read}: ${listWords(parts)}`
}

function sayNext({ entry, health, nextAt }: SourceState): string {
  if (!entry.enabled) return 'None while it is switched off'
  if (nextAt === null) return 'None while it is paused'
  const notBefore = health?.notBefore ?? null
  const silence =
    notBefore === null || notBefore > nextAt || health?.lastRun?.resting !== true
      ? ''
      : `. It asked for silence until ${sayInstant(notBefore)}`
  return `${sayInstant(nextAt)}${silence}`
}

/** What is other than it was, so that somebody looks; nothing when all is as usual. */
export function driftNotice({ drift }: SourceState): Html | false {
  const sentences = sayDrift(drift)
  return (
    sentences.length > 0 &&
    insetText(sentences.map((sentence) => html`<p class="govuk-body">${sentence}.</p>`))
  )
}
