import { count } from '../base/text.ts'
import type { SourceHealth } from '../db/source-health.ts'
import { details } from './components/details.ts'
import { table } from './components/table.ts'
import { sentenceCase } from './fact-words.ts'
import { type Html, html } from './html.ts'
import type { Site } from './layout.ts'
import { sayAgo } from './words.ts'

/** How fresh each source is, behind one line; nothing before the first harvest. */
export function sourceHealth({ sources }: Site, now: Date, health: readonly SourceHealth[]): Html | null {
  if (health.length === 0) return null
  const nameOf = (id: string) => {
    const source = sources.find((it) => it.id === id)
    return source?.verified === false ? `${source.name} (not yet verified live)` : (source?.name ?? id)
  }
  const failing = health.filter(hasFailed).length
  return details(
    failing === 0
      ? 'Where these come from, and how fresh they are'
      : `Where these come from: ${count(failing, 'source')} could not be read the last time`,
    html`${table({
      caption: 'Sources',
      head: [{ text: 'Source' }, { text: 'Read to its end' }, { text: 'Last try' }],
      rows: health.map((source) => [
        html`<span class="fl-break">${nameOf(source.sourceId)}</span>`,
        source.lastGoodAt === null ? 'Never' : sentenceCase(sayAgo(now, source.lastGoodAt)),
        lastTry(source),
      ]),
    })}
      <p class="govuk-body"><a class="govuk-link" href="/sources">See how each source is</a></p>`,
  )
}

/** A source that asked for silence has not. */
const hasFailed = ({ lastRun }: Pick<SourceHealth, 'lastRun'>): boolean =>
  lastRun !== null && lastRun.error !== null && !lastRun.resting

function lastTry({ lastRun, waiting }: SourceHealth): Html {
  const outcome = lastRun === null ? 'None yet' : hasFailed({ lastRun }) ? 'Failed' : 'Went well'
  const unread =
    waiting === 0
      ? ''
      : `. ${count(waiting, 'record')} could not be read and ${waiting === 1 ? 'waits' : 'wait'}`
  return html`${outcome}${unread}`
}
