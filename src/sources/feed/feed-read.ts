import * as z from 'zod'
import type { Instant } from '../../base/date.ts'
import { hashOf } from '../../base/hash.ts'
import { withoutPersons } from '../../base/personal-data.ts'
import { slug, summarise } from '../../base/text.ts'
import { allowsCopies } from '../../domain/licence.ts'
import type { Reading, SourceEntry } from '../../domain/source.ts'
import { readListRecord } from '../list-record.ts'
import { pageAddress } from '../web/address.ts'
import { publishedContent, unkeptWords } from '../web/publisher.ts'
import type { FeedItem } from './feed-items.ts'
import type { FeedSettings } from './feed-settings.ts'

const Text = z.string().nullable()
const Item = z.object({
  id: Text,
  link: Text,
  title: Text,
  summary: Text,
  text: Text,
  categories: z.array(z.string()).readonly(),
  updated: Text,
})

/** The fields that are read of an item. */
export const ITEM_FIELDS = ['id', 'link', 'title', 'summary', 'text', 'categories', 'updated']

/** What the reader of a feed hands on: an item, that it is one that came before, or the key of one that is as it was. */
const Handed = z.union([z.object({ unchanged: z.string() }), z.object({ repeated: z.string() }), Item])
export type Handed = z.infer<typeof Handed>

/** The key of an item: what the feed calls it, else its page; null when it has neither. */
export const keyOf = ({ id, link }: FeedItem, { url }: SourceEntry): string | null =>
  id ?? (link === null ? null : pageAddress(link, url))

/** What an item says. A feed tells when it was published, never when it closes, so that is unknown. */
export function readItem(record: unknown, entry: SourceEntry, settings: FeedSettings): Reading {
  const { value, readAt } = readListRecord(record) ?? { value: null, readAt: null }
  const { success, data } = Handed.safeParse(value)
  if (!success || readAt === null) {
    return { outcome: 'bad', key: null, releasedAt: readAt, reason: 'The record is not an item of a feed' }
  }
  if ('unchanged' in data) return { outcome: 'unchanged', key: data.unchanged }
  if ('repeated' in data) return { outcome: 'skipped', reason: 'The feed has it twice' }
  if (!counts(data, settings)) return { outcome: 'skipped', reason: 'The settings leave it out' }
  return readCounted(data, readAt, entry, settings)
}

function readCounted(item: FeedItem, readAt: Instant, entry: SourceEntry, settings: FeedSettings): Reading {
  const { link, title, summary, text } = item
  const key = keyOf(item, entry)
  const url = link === null ? null : pageAddress(link, entry.url)
  const bad = (reason: string): Reading => ({ outcome: 'bad', key, releasedAt: readAt, reason })
  if (link === null) return bad('The item has no link')
  if (key === null || url === null) return bad(`The item’s link is no address of the web: ${link}`)
  const read = publishedContent(settings, title, text ?? summary, url, entry.licence)
  if (read === null) return bad('The item has no title')
  const isShort = summary !== null && allowsCopies(entry.licence)
  const content = isShort ? { ...read, summary: withoutPersons(summarise(summary)) } : read
  return {
    outcome: 'opportunity',
    key,
    revision: hashOf(JSON.stringify(content)),
    releasedAt: readAt,
    content,
    ...unkeptWords(text ?? summary ?? '', entry.licence),
  }
}

function counts({ title, categories }: FeedItem, { include, exclude }: FeedSettings): boolean {
  const has = (words: FeedSettings['include']) =>
    hasAny(title ?? '', words.title) || categories.some((text) => hasAny(text, words.category))
  const isChosen = include.title.length + include.category.length === 0 || has(include)
  return isChosen && !has(exclude)
}

/** Compared without regard to capitals and signs, word by word. */
const hasAny = (text: string, words: readonly string[]): boolean =>
  words.some((word) => `-${slug(text)}-`.includes(`-${slug(word)}-`))
