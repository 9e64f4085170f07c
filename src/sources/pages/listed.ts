import { AppError } from '../../base/errors.ts'
import { count } from '../../base/text.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Validators } from '../source.ts'
import { isSameSite, pageAddress } from '../web/address.ts'
import type { Fields } from './page-fields.ts'
import type { PagesSettings } from './pages-settings.ts'

/** A page that the source lists. */
export interface Listed {
  readonly url: string
  /** When it last changed, as the listing says it; null when it does not. */
  readonly lastmod: string | null
  /** What its card says, where pages are not fetched; null where they are. */
  readonly fields: Fields | null
  /** What its card says beside its page; null where nothing is read of cards, or nothing but cards. */
  readonly card: Fields | null
}

/** Everything that the source lists now. */
export interface Discovered {
  readonly pages: readonly Listed[]
  /** Null where the listing is of several pages. */
  readonly validators: Validators | null
}

/**
 * Those that count, each once: of this site, and as the patterns say.
 *
 * @throws AppError `source_unavailable` when there are more than the settings allow
 */
export function countedPages(
  listed: readonly Listed[],
  { name, url }: SourceEntry,
  { include, exclude, maxPages }: PagesSettings,
): readonly Listed[] {
  const [wanted, unwanted] = [include, exclude].map((pattern) =>
    pattern === null ? null : new RegExp(pattern),
  )
  const pages = new Map<string, Listed>()
  for (const page of listed) {
    const address = pageAddress(page.url, url)
    if (address === null || !isSameSite(address, url) || pages.has(address)) continue
    if (wanted?.test(address) === false || unwanted?.test(address)) continue
    pages.set(address, { ...page, url: address })
  }
  if (pages.size > maxPages) {
    throw new AppError(
      'source_unavailable',
      `${name} lists ${count(pages.size, 'page')}, more than maxPages (${maxPages})`,
    )
  }
  return [...pages.values()]
}
