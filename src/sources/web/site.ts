import { AppError } from '../../base/errors.ts'
import { type Fresh, ifChanged } from '../if-changed.ts'
import type { Manners, PoliteGet, Validators } from '../source.ts'
import { askRobots } from './robots.ts'

/** A web site during one harvest, read as its robots.txt allows. */
export interface Site {
  /** The page as text; null when robots.txt asks not to read it. @throws AppError `source_unavailable` */
  page(url: string): Promise<string | null>
  /** A page that lists others. @throws AppError `source_unavailable`, also where robots.txt asks not to read it */
  list(url: string): Promise<string>
  /** The same, unless it is still what it was when it came with `known`: then null. */
  listIfChanged(url: string, known: Validators | null): Promise<Fresh | null>
}

/** Pages and sitemaps, where the manners do not say otherwise. */
const ACCEPT = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5'

/** A robots.txt asks not to read the page, or the one to which it sends us on. */
class KeptOut extends AppError {}

/**
 * The robots.txt of every origin to which a page sends us on is asked too, and its pauses are kept.
 *
 * @param manners - how the entry wants the site to be treated
 */
export function openSite(get: PoliteGet, manners: Manners): Site {
  const ask = askRobots(get, { accept: ACCEPT, ...manners })
  const allowed = async (url: string): Promise<Manners> => {
    const how = await ask(url)
    if (how !== null) return { ...how, onward }
    const text = `The robots.txt of ${new URL(url).host} asks not to read ${url}`
    throw new KeptOut('source_unavailable', text)
  }
  const onward = async (url: string): Promise<number> => (await allowed(url)).paceMs
  return {
    async page(url) {
      try {
        return await get(url, await allowed(url))
      } catch (error) {
        if (error instanceof KeptOut) return null
        throw error
      }
    },
    list: async (url) => get(url, await allowed(url)),
    listIfChanged: async (url, known) => ifChanged(get, url, await allowed(url), known),
  }
}
