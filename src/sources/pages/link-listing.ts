import type { AnyNode } from 'domhandler'
import { AppError } from '../../base/errors.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { SourceRefused } from '../source-refused.ts'
import { isSameSite, pageAddress } from '../web/address.ts'
import { readDocument, select } from '../web/document.ts'
import type { Site } from '../web/site.ts'
import type { Listed } from './listed.ts'
import { readFields } from './page-fields.ts'
import type { ListingRules, PagesSettings } from './pages-settings.ts'

/**
 * Every page of a listing for people, up to the one that has no next page, or none that was not
 * listed before.
 *
 * @throws AppError `source_unavailable` for a page of it that cannot be had or read, and for a listing
 *   without end
 */
export async function readLinkListing(
  entry: SourceEntry,
  settings: PagesSettings,
  site: Site,
): Promise<readonly Listed[]> {
  const { listing } = settings
  if (listing === null) throw new AppError('invalid', `The source ${entry.id} has no settings.listing`)
  const found = new Map<string, Listed>()
  for await (const links of readLinks(entry, settings, listing, site)) {
    const before = found.size
    for (const page of links) if (!found.has(page.url)) found.set(page.url, page)
    // Some sites answer a number past the last page with the last.
    if (listing.nextPath !== null && found.size === before) break
  }
  return [...found.values()]
}

/** The links of each page of the listing. */
async function* readLinks(
  entry: SourceEntry,
  settings: PagesSettings,
  listing: ListingRules,
  site: Site,
): AsyncIterable<readonly Listed[]> {
  const seen = new Set<string>()
  let address: string | null = entry.url
  while (address !== null && !seen.has(address)) {
    if (seen.size === listing.maxPages) {
      throw new AppError(
        'source_unavailable',
        `${entry.name} lists more than ${listing.maxPages} pages of links`,
      )
    }
    seen.add(address)
    const nodes: readonly AnyNode[] = await fetchPage(entry, settings, site, address, seen.size)
    yield linksIn(nodes, address, settings, listing)
    address = nextOf(nodes, address, entry, listing, seen.size + 1)
  }
}

/** Empty for a page after the first that is not there: then the one before was the last. */
async function fetchPage(
  { name }: SourceEntry,
  { listing, mayLackEnd }: PagesSettings,
  site: Site,
  address: string,
  nth: number,
): Promise<readonly AnyNode[]> {
  try {
    const read = readDocument(await site.list(address), mayLackEnd)
    if ('nodes' in read) return read.nodes
    throw new AppError('source_unavailable', `${name} sent a listing that ${read.fault}: ${address}`)
  } catch (error) {
    const isPastLast = nth > 1 && listing?.nextPath !== null
    if (isPastLast && error instanceof SourceRefused && error.status === 404) return []
    throw error
  }
}

function linksIn(
  nodes: readonly AnyNode[],
  address: string,
  { cardsOnly, fields }: PagesSettings,
  { links, card, fields: onCard }: ListingRules,
): readonly Listed[] {
  const cards = card === null ? [nodes] : select(card, nodes).map((element) => [element])
  return cards.flatMap((each) => {
    const urls = select(links, each).flatMap(
      ({ attribs }) => pageAddress(attribs['href'] ?? '', address) ?? [],
    )
    // A card is of one page.
    const counted = card === null ? urls : urls.slice(0, 1)
    const said = cardsOnly
      ? { fields: readFields(each, fields), card: null }
      : { fields: null, card: onCard === null ? null : readFields(each, onCard) }
    return counted.map((url) => ({ url, lastmod: null, ...said }))
  })
}

/** Null when there is none, or it is on another site. */
function nextOf(
  nodes: readonly AnyNode[],
  address: string,
  { url }: SourceEntry,
  { next, nextPath }: ListingRules,
  nth: number,
): string | null {
  if (nextPath !== null) return pageAddress(nextPath.replace('{n}', String(nth)), url)
  const href = next === null ? undefined : select(next, nodes)[0]?.attribs['href']
  const following = href === undefined ? null : pageAddress(href, address)
  return following !== null && isSameSite(following, url) ? following : null
}
