import type { Instant } from '../base/date.ts'
import type { Reading, SourceEntry } from '../domain/source.ts'

/** A reader of one kind of source. Which sources it reads, and how, stands in the registry. */
export interface Connector {
  /** Its name in the registry. */
  readonly name: string
  /**
   * Makes a reader for one entry of the registry.
   *
   * @throws AppError `invalid` when the entry's address or settings are not what it needs
   */
  open(entry: SourceEntry): SourceReader
}

/** One source, ready to read. */
export interface SourceReader {
  /**
   * Reads what the source offers, page by page, from where `from` says. The only part that
   * touches the network.
   *
   * @param get - fetches politely: paced, retried, limited in size
   * @param from - what the last page that was stored said of itself; null for a first harvest
   * @throws AppError `source_unavailable` when a page cannot be had; the pages before it count
   */
  pages(get: PoliteGet, from: unknown, now: Instant): AsyncIterable<Page>
  /**
   * Takes a saved page as one record, of a source whose list only names its pages. Absent where a saved page is
   * what `pages` asks for. Pure.
   */
  readSaved?(text: string, now: Instant): RawRecord
  /** Turns one raw record into a reading. Pure, and never throws on bad data. */
  read(record: unknown): Reading
  /**
   * All that the reading of a record rests on, as text, so that one that came before is known by it; null for
   * a record that must be read each time. Absent where readings rest on the day as well.
   */
  basis?(record: unknown): string | null
  /** The fields that it reads, as paths through objects and lists: `tender.lots.title`. */
  readonly fields: readonly string[]
  /** The record as the source sent it, which those paths are of. Pure, and never throws. */
  sent(record: unknown): unknown
}

export interface Page {
  readonly records: readonly RawRecord[]
  /** Handed to `pages` as `from` to go on after this page, even in another process. JSON. */
  readonly resume: unknown
  /** Whether this is the end of what the source offers now. */
  readonly last: boolean
  /**
   * Only on the last page of a source that lists everything, and only when all of it could be read: the
   * keys of all that it offers now. A call of its that is still open and not among them is withdrawn.
   */
  readonly offered?: readonly string[]
  /**
   * Only on the last page, of a source with a list that is read anew each time: how many items stand in it now,
   * those of the pages before too. Absent where the list may well be empty.
   */
  readonly listed?: number
}

/** One item as received. */
export interface RawRecord {
  /** Parsed, or undefined when the text could not be. */
  readonly value: unknown
  /** As received, without the names and addresses of persons: what quarantine keeps. */
  readonly text: string
}

/** How one source wants to be treated. */
export interface Manners {
  /** Least milliseconds from one answer to the next request. */
  readonly paceMs: number
  /** Statuses that mean "too fast" besides 429 and 503, and how long to keep away. */
  readonly throttle: readonly { readonly status: number; readonly waitMs: number }[]
  /** The forms of answer that are wanted, as the header `Accept` says it; JSON or CSV when absent. */
  readonly accept?: string
  /** Media types that can be read: an answer of another is refused. Any can when absent. */
  readonly types?: readonly string[]
  /** Told the address at which the page was, after all redirects. */
  readonly arrived?: (url: string) => void
  /**
   * Asked before a page is read on another origin, to which GET is sent on: the least milliseconds between
   * requests there. What it throws ends the request. Without it, all redirects are followed at once.
   */
  readonly onward?: (url: string) => Promise<number>
  /** What is known of the page already: it is sent only when it has changed, see `ifChanged`. */
  readonly unless?: Validators
  /** Told by what the page that came can be asked for again. */
  readonly noted?: (validators: Validators) => void
}

/** What a server calls one state of a page, so that it need not send it twice. */
export interface Validators {
  /** As it stood in the header `ETag`; null without one. */
  readonly etag: string | null
  /** As it stood in the header `Last-Modified`; null without one. */
  readonly lastModified: string | null
}

/** What is sent with a POST request. */
export interface Post {
  readonly contentType: string
  readonly body: string
}

/**
 * Fetches a page: with GET, or with POST where something is to be sent.
 *
 * @throws AppError `source_unavailable`; PageUnchanged where `unless` was given and still holds
 */
export type Polite<Content> = (url: string, manners: Manners, post?: Post) => Promise<Content>

/** Fetches a page as text. */
export type PoliteGet = Polite<string>

/** Begins to fetch a file, whose bytes come as they are read. */
export type PoliteOpen = Polite<AsyncIterable<Uint8Array>>
