import { Parser } from 'htmlparser2'
import { AppError } from '../../base/errors.ts'

/** A page, or another sitemap, that a sitemap names. */
export interface Entry {
  readonly loc: string
  /** As it stands there; null when it is not said. */
  readonly lastmod: string | null
}

export interface Sitemap {
  /** `index` lists sitemaps, `urlset` pages. */
  readonly kind: 'index' | 'urlset'
  readonly entries: readonly Entry[]
}

const ROOTS: Readonly<Record<string, Sitemap['kind']>> = { sitemapindex: 'index', urlset: 'urlset' }

/**
 * Reads a sitemap. Entries without an address are left out.
 *
 * @param url - where it was, for the message
 * @throws AppError `source_unavailable` for one that is packed, breaks off, or is something else
 */
export function parseSitemap(text: string, url: string): Sitemap {
  if (/\.gz(?:[?#]|$)/i.test(url) || text.startsWith('\u001f')) {
    throw fault(url, 'is packed (.gz), which we do not read: name one that is not')
  }
  const entries: Entry[] = []
  let kind: Sitemap['kind'] | undefined
  let isWhole = false
  const path: string[] = []
  let entry = { loc: '', lastmod: '' }
  const parser = new Parser(
    {
      onopentagname(name) {
        if (path.length === 0) kind ??= ROOTS[name]
        if (path.length === 1) entry = { loc: '', lastmod: '' }
        path.push(name)
      },
      ontext(part) {
        const field = path.length === 3 ? path[2] : undefined
        if (field === 'loc' || field === 'lastmod') entry[field] += part
      },
      onclosetag(name, isImplied) {
        if (path.length === 2 && entry.loc.trim() !== '') {
          entries.push({ loc: entry.loc.trim(), lastmod: entry.lastmod.trim() || null })
        }
        path.pop()
        if (path.length === 0) isWhole ||= ROOTS[name] === kind && !isImplied
      },
    },
    { xmlMode: true },
  )
  parser.write(text)
  parser.end()
  if (kind === undefined) throw fault(url, 'is not a sitemap')
  if (!isWhole) throw fault(url, 'breaks off')
  return { kind, entries }
}

const fault = (url: string, what: string) => new AppError('source_unavailable', `The sitemap ${url} ${what}`)
