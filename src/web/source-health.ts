import { count } from '../base/text.ts'
import type { SourceHealth } from '../db/harvest-runs.ts'
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
  const failing = health.filter(({ lastError }) => lastError !== null).length
  return details(
    failing === 0
      ? 'Where these come from, and how fresh they are'
      : `Where these come from: ${count(failing, 'source')} could not be read the last time`,
    table({
      caption: 'Sources',
      head: [{ text: 'Source' }, { text: 'Read to its end' }, { text: 'Last try' }],
      rows: health.map((source) => [
        nameOf(source.sourceId),
        source.lastGoodAt === null ? 'Never' : sentenceCase(sayAgo(now, source.lastGoodAt)),
        lastTry(source),
      ]),
    }),
  )
}

function lastTry({ lastRunAt, lastError, waiting }: SourceHealth): Html {
  const outcome = lastError !== null ? 'Failed' : lastRunAt === null ? 'None yet' : 'Went well'
  const unread =
    waiting === 0
      ? ''
      : `. ${count(waiting, 'record')} could not be read and ${waiting === 1 ? 'waits' : 'wait'}`
  return html`${outcome}${unread}`
}
