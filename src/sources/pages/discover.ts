import { AppError } from '../../base/errors.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { parseItems } from '../feed/feed-items.ts'
import type { Validators } from '../source.ts'
import { isSameSite, pageAddress } from '../web/address.ts'
import type { Site } from '../web/site.ts'
import { parseSitemap, type Sitemap } from '../web/sitemap.ts'
import { readLinkListing } from './link-listing.ts'
import { countedPages, type Discovered, type Listed } from './listed.ts'
import type { PagesSettings } from './pages-settings.ts'

const MOST_SITEMAPS = 50

/**
 * Reads what the source lists.
 *
 * @param known - what came with the listing the last time; null to read it in any case
 * @returns null when it has not changed since
 * @throws AppError `source_unavailable` when any of it cannot be had, or cannot be read whole
 */
export async function discover(
  entry: SourceEntry,
  settings: PagesSettings,
  site: Site,
  known: Validators | null,
): Promise<Discovered | null> {
  if (settings.discovery === 'listing') {
    const pages = await readLinkListing(entry, settings, site)
    return { pages: countedPages(pages, entry, settings), validators: null }
  }
  const fresh = await site.listIfChanged(entry.url, known)
  if (fresh === null) return null
  if (settings.discovery === 'feed') {
    return { pages: countedPages(linksOf(fresh.text, entry), entry, settings), validators: fresh.validators }
  }
  const sitemap = parseSitemap(fresh.text, entry.url)
  const isOne = sitemap.kind === 'urlset'
  const pages = isOne ? pagesOf(sitemap) : await readIndex(sitemap, entry, settings, site)
  return { pages: countedPages(pages, entry, settings), validators: isOne ? fresh.validators : null }
}

const pagesOf = ({ entries }: Sitemap): readonly Listed[] =>
  entries.map(({ loc, lastmod }) => ({ url: loc, lastmod, fields: null, card: null }))

/** A feed that does not say when an item was changed says nothing of later changes. */
const linksOf = (text: string, { name }: SourceEntry): readonly Listed[] =>
  parseItems(text, name).flatMap(({ link, updated }) =>
    link === null ? [] : [{ url: link, lastmod: updated, fields: null, card: null }],
  )

async function readIndex(
  index: Sitemap,
  { name, url }: SourceEntry,
  { sitemaps }: PagesSettings,
  site: Site,
): Promise<readonly Listed[]> {
  const wanted = sitemaps === null ? null : new RegExp(sitemaps)
  const addresses = index.entries
    .map(({ loc }) => pageAddress(loc, url))
    .filter((loc) => loc !== null && isSameSite(loc, url) && wanted?.test(loc) !== false)
  if (addresses.length > MOST_SITEMAPS) {
    throw new AppError(
      'source_unavailable',
      `${name} lists ${addresses.length} sitemaps, more than ${MOST_SITEMAPS}`,
    )
  }
  const pages: Listed[] = []
  for (const address of addresses) {
    if (address === null) continue
    const sitemap = parseSitemap(await site.list(address), address)
    if (sitemap.kind === 'index') {
      throw new AppError('source_unavailable', `The sitemap ${address} is an index within an index`)
    }
    for (const page of pagesOf(sitemap)) pages.push(page)
  }
  return pages
}
