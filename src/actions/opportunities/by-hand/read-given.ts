import { AppError } from '../../../base/errors.ts'
import { paragraphs } from '../../../base/text.ts'
import type { Runtime } from '../../../runtime.ts'
import { readAnyPage } from '../../../sources/pages/any-page.ts'
import { politeGet } from '../../../sources/polite-get.ts'
import { pageAddress } from '../../../sources/web/address.ts'
import { openSite } from '../../../sources/web/site.ts'
import { webAddress } from '../../../sources/web-address.ts'

type Lent = Pick<Runtime, 'fetch' | 'now' | 'sleep' | 'log' | 'config'>

/** What was read of a link, or of words that somebody pasted. */
export interface Given {
  /** The address of the page, after redirects; empty when none was given. */
  readonly link: string
  /** With its heading first. */
  readonly words: string
  /** Names that may be that of the funder, as the page gives them. */
  readonly names: readonly string[]
}

/** What is wrong with the link or the text, in words for who gave it. */
export interface GivenFault {
  readonly field: 'link' | 'text'
  readonly text: string
}

/** That are read of one opportunity: more than a guidance of 40 pages. */
export const MOST_WORDS = 100_000
/** Somebody waits for the page. */
const LIMITS = { own: [], tries: 1, timeoutMs: 15_000, maxBytes: 5 * 1024 * 1024 }
const TYPES = ['text/html', 'application/xhtml+xml', 'text/plain']

/**
 * Reads what somebody gives: words as they are; else the page at the link, once, if its site lets
 * programs read it.
 *
 * @param text - words that were pasted: then the page is not fetched
 */
export async function readGiven(runtime: Lent, link: string, text: string): Promise<Given | GivenFault> {
  const words = paragraphs(text)
  const address = addressOf(link)
  if (link.trim() === '' && words === '') {
    return { field: 'link', text: 'Give a link, or paste some words about the opportunity' }
  }
  if (address === null && link.trim() !== '') {
    return { field: 'link', text: 'The link must be one of a web page, such as https://fund.example/grants' }
  }
  if (words.length > MOST_WORDS) {
    return { field: 'text', text: 'That is too long to read. Paste only the part about this opportunity' }
  }
  if (words !== '') return { link: address ?? '', words, names: [] }
  return readLink(runtime, address ?? '')
}

/** The address of a page as it is stored; null when it is none of the web. */
export function addressOf(link: string): string | null {
  const address = webAddress(link)
  return address && pageAddress(address, address)
}

async function readLink(runtime: Lent, link: string): Promise<Given | GivenFault> {
  const refused = (why: string): GivenFault => ({
    field: 'link',
    text: `We could not open that page: ${why}. You can paste its words instead`,
  })
  try {
    const { markup, url } = await fetchPage(runtime, link)
    if (markup === null) return refused('its site asks programs not to read it')
    const page = readAnyPage(markup)
    if ('fault' in page) return refused(`it ${page.fault}`)
    const words = `${page.title}\n\n${page.text}`.trim().slice(0, MOST_WORDS)
    return { link: pageAddress(url, url) ?? link, words, names: page.names }
  } catch (error) {
    if (error instanceof AppError) return refused(error.message)
    throw error
  }
}

async function fetchPage(runtime: Lent, link: string): Promise<{ markup: string | null; url: string }> {
  let url = link
  const arrived = (at: string) => {
    url = at
  }
  const get = politeGet(runtime, { userAgent: `fundlocal (+${runtime.config.contact})`, ...LIMITS })
  const site = openSite(get, { paceMs: 0, throttle: [], types: TYPES, arrived })
  return { markup: await site.page(link), url }
}
