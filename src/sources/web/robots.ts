import robotsParser from 'robots-parser'
import { AppError } from '../../base/errors.ts'
import type { Manners, PoliteGet } from '../source.ts'
import { SourceRefused } from '../source-refused.ts'

/** The name by which a robots.txt may speak of us. */
const AGENT = 'fundlocal'
/** What a parser must read at least (RFC 9309); nobody writes more. */
const MOST_CHARACTERS = 512_000
/** A harvest that waited longer between two pages would never end. */
const LONGEST_PAUSE_MS = 60_000

type Robots = ReturnType<typeof robotsParser.default>
// The package is what its types call its default.
const parse = robotsParser as unknown as typeof robotsParser.default

/** What a site's robots.txt says of one address: null when it is not to be read, else how. */
export type AskRobots = (url: string) => Promise<Manners | null>

/**
 * Reads the robots.txt of each host once, when it is first asked about, and keeps to it for as long as
 * this lives: make one for each harvest. A host without one allows everything.
 *
 * The function that it returns throws AppError `source_unavailable` when the host cannot say what it
 * allows, or asks for longer pauses than a harvest can make.
 *
 * @param manners - how the entry wants the site to be treated; a longer pause that robots.txt asks for wins
 */
export function askRobots(get: PoliteGet, manners: Manners): AskRobots {
  const known = new Map<string, Promise<Robots>>()
  const { types: _, arrived: __, ...plain } = manners
  return async (url) => {
    const { origin, host } = new URL(url)
    const robots = known.get(origin) ?? fetchRobots(get, origin, plain)
    known.set(origin, robots)
    const rules = await robots
    if (rules.isAllowed(url, AGENT) === false) return null
    const pauseMs = (rules.getCrawlDelay(AGENT) ?? 0) * 1000
    if (pauseMs > LONGEST_PAUSE_MS) {
      throw new AppError(
        'source_unavailable',
        `${host} asks in its robots.txt for a pause of ${pauseMs / 1000} seconds after each page, which is longer than we can make`,
      )
    }
    return { ...manners, paceMs: Math.max(manners.paceMs, pauseMs) }
  }
}

/** A host that answers that it has none allows everything; one that does not answer has not said so. */
async function fetchRobots(get: PoliteGet, origin: string, manners: Manners): Promise<Robots> {
  const url = `${origin}/robots.txt`
  try {
    const text = await get(url, { ...manners, accept: 'text/plain, */*;q=0.5' })
    return parse(url, text.slice(0, MOST_CHARACTERS))
  } catch (error) {
    if (error instanceof SourceRefused && error.status < 500) return parse(url, '')
    throw error
  }
}
