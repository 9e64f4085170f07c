import { hashOf } from '../../base/hash.ts'
import type { Reading, SourceEntry } from '../../domain/source.ts'
import { LONG_AGO } from '../list-record.ts'
import { unkeptWords } from '../web/publisher.ts'
import { contentOf, textOf } from './page-content.ts'
import { PageRecord } from './page-record.ts'
import type { PagesSettings } from './pages-settings.ts'

/** What came of a page, as the catalogue wants it. */
export function readPage(record: unknown, entry: SourceEntry, settings: PagesSettings): Reading {
  const { success, data } = PageRecord.safeParse(record)
  if (!success) return { outcome: 'bad', key: null, releasedAt: null, reason: 'The record is not of a page' }
  if ('unchanged' in data) return { outcome: 'unchanged', key: data.unchanged }
  if ('gone' in data) return { outcome: 'skipped', reason: 'The page is no longer there' }
  if ('disallowed' in data) {
    return { outcome: 'skipped', reason: `The site’s robots.txt asks not to read ${data.disallowed}` }
  }
  const releasedAt = data.readAt ?? LONG_AGO
  const bad = (key: string, reason: string): Reading => ({ outcome: 'bad', key, releasedAt, reason })
  if ('failed' in data) return bad(data.failed, data.reason)
  const { url, fields } = data
  const content = contentOf(url, fields, releasedAt, entry, settings)
  if (content === null) return bad(url, 'The page has no title where the settings look for one')
  const words = unkeptWords(textOf(fields), entry.licence)
  const revision = hashOf(JSON.stringify(content))
  return { outcome: 'opportunity', key: url, revision, releasedAt, content, ...words }
}
