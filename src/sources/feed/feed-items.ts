import { DetectError, parseFeed } from 'feedsmith'
import { AppError, messageOf } from '../../base/errors.ts'
import { oneLine } from '../../base/text.ts'
import { textOfMarkup, withoutEntities } from '../web/html-text.ts'

const parse = (text: string) => parseFeed(text)
type Feed = ReturnType<typeof parse>
type Items = {
  readonly rss: NonNullable<Extract<Feed, { format: 'rss' }>['feed']['items']>[number]
  readonly atom: NonNullable<Extract<Feed, { format: 'atom' }>['feed']['entries']>[number]
  readonly rdf: NonNullable<Extract<Feed, { format: 'rdf' }>['feed']['items']>[number]
  readonly json: NonNullable<Extract<Feed, { format: 'json' }>['feed']['items']>[number]
}

/** One item of a feed of any form, its texts without markup. Absent and empty are both null. */
export interface FeedItem {
  /** What the feed calls it for ever. */
  readonly id: string | null
  /** As it stands there, perhaps relative to the feed. */
  readonly link: string | null
  readonly title: string | null
  /** Plain text with its paragraphs. */
  readonly summary: string | null
  readonly text: string | null
  readonly categories: readonly string[]
  /** As it stands there: when it was last changed, as far as the feed says so. */
  readonly updated: string | null
}

/**
 * The items of an RSS 2.0, Atom, RDF or JSON feed, in its order.
 *
 * @param name - whose feed, for the message
 * @throws AppError `source_unavailable` for what is no feed, or breaks off
 */
export function parseItems(text: string, name: string): readonly FeedItem[] {
  const feed = feedOf(text, name)
  switch (feed.format) {
    case 'rss':
      return (feed.feed.items ?? []).map(fromRss)
    case 'atom':
      return (feed.feed.entries ?? []).map(fromAtom)
    case 'rdf':
      return (feed.feed.items ?? []).map(fromRdf)
    case 'json':
      return (feed.feed.items ?? []).map(fromJson)
  }
}

function feedOf(text: string, name: string): Feed {
  try {
    const feed = parse(text)
    if (feed.format === 'json' || isWhole(text)) return feed
  } catch (cause) {
    const fault = cause instanceof DetectError ? 'something that is not a feed' : 'a feed that cannot be read'
    throw new AppError('source_unavailable', `${name} sent ${fault}: ${messageOf(cause)}`, { cause })
  }
  // Its last item may be half an item.
  throw new AppError('source_unavailable', `${name} sent a feed that breaks off`)
}

/** Whether the text ends as a feed ends, with perhaps a comment after it. */
const isWhole = (text: string): boolean =>
  /<\/(?:\w+:)?(?:rss|feed|RDF)\s*>\s*$/i.test(text.slice(-2_000).replace(/<!--[\s\S]*?-->/g, ''))

/** By the rules of RSS a guid is also the link, unless it says that it is not. */
const fromRss = ({ guid, link, title, description, content, categories }: Items['rss']): FeedItem => ({
  id: orNull(guid?.value),
  link: orNull(link) ?? (guid?.isPermaLink === false ? null : orNull(guid?.value)),
  title: line(markup(title)),
  summary: markup(description),
  text: markup(content?.encoded),
  categories: named(categories?.map(({ name }) => name)),
  updated: null,
})

const fromAtom = ({ id, links, title, summary, content, categories, updated }: Items['atom']): FeedItem => ({
  id: orNull(id),
  link: orNull((links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href),
  title: line(typed(title)),
  summary: typed(summary),
  text: typed(content),
  categories: named(categories?.map(({ term, label }) => label ?? term)),
  updated: orNull(updated),
})

const fromRdf = ({ rdf, link, title, description, content, dc }: Items['rdf']): FeedItem => ({
  id: orNull(rdf?.about),
  link: orNull(link),
  title: line(markup(title)),
  summary: markup(description),
  text: markup(content?.encoded),
  categories: named(dc?.subjects),
  updated: null,
})

const fromJson = (item: Items['json']): FeedItem => ({
  id: orNull(item.id),
  link: orNull(item.url) ?? orNull(item.external_url),
  title: line(plain(item.title)),
  summary: plain(item.summary),
  text: plain(item.content_text) ?? markup(item.content_html),
  categories: named(item.tags),
  updated: orNull(item.date_modified),
})

interface Typed {
  readonly value?: string | undefined
  readonly type?: string | undefined
}

/** Atom says of each text whether it is markup. */
const typed = (text: Typed | undefined): string | null =>
  /html/.test(text?.type ?? '') ? markup(text?.value) : plain(text?.value)

/** Many feeds encode their markup once too often, so that reading it yields markup again. */
const markup = (text: string | undefined): string | null => {
  const once = textOfMarkup(text ?? '')
  return plain(TAG.test(once) ? textOfMarkup(once) : once)
}
const TAG = /<\/?(?:p|br|div|span|a|b|i|strong|em|ul|ol|li|h[1-6])\b[^<>]*>/i
const plain = (text: string | undefined): string | null => orNull(withoutEntities(text ?? ''))
const line = (text: string | null): string | null => (text === null ? null : orNull(oneLine(text)))

const named = (names: readonly (string | undefined)[] | undefined): readonly string[] =>
  (names ?? []).map((name) => oneLine(textOfMarkup(name ?? ''))).filter((name) => name !== '')

const orNull = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null)
