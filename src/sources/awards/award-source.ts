import type { SourceEntry } from '../../domain/source.ts'
import type { PoliteGet, PoliteOpen } from '../source.ts'

/** A reader of one kind of source of past awards, in 360Giving's form. */
export interface AwardConnector {
  /** Its name in the registry. */
  readonly name: string
  /**
   * Makes a reader for one entry of the registry.
   *
   * @throws AppError `invalid` when the entry's address or settings are not what it needs
   */
  open(entry: SourceEntry): AwardReader
}

/** One source of awards, ready to read. */
export interface AwardReader {
  /**
   * The lists that the source has and that have not been read as they are now, one by one.
   *
   * @param state - what was last stored of the source; null for a first harvest
   * @throws AppError `source_unavailable` when it cannot be learnt which lists there are
   */
  lists(net: Net, state: unknown): AsyncIterable<OfferedList>
  /** The state from which the next round begins, after one that came to its end. */
  nextRound(state: unknown): unknown
}

/** What fetches for it: pages to hold, and files to read piece by piece. */
export interface Net {
  readonly get: PoliteGet
  readonly open: PoliteOpen
}

/** A list of awards that a source has. */
export interface OfferedList {
  /** The same each time, within its source. */
  readonly id: string
  /** Whether it is on the site of the source: then the source fails with it, or rests where it asks for silence. */
  readonly isOnOwnSite: boolean
  /** What readers see as the source of its awards. */
  readonly sourceName: string
  /** SPDX id or short name; null when the publisher says none. */
  readonly licence: string | null
  /**
   * Begins to fetch it.
   *
   * @throws AppError `source_unavailable`, SourceBusy, or PageUnchanged when it is what it was
   */
  open(): Promise<OpenedList>
  /** The state after it has been read to its end. @param state - the one before */
  after(state: unknown): unknown
}

export interface OpenedList {
  /** CSV, JSON or an Excel workbook. */
  readonly bytes: AsyncIterable<Uint8Array>
  /** Tells one edition of the list from another; null when nothing does. */
  readonly mark: string | null
}

/** What an entry says of its licence; null when that is not known. */
export const licenceOf = ({ licence }: SourceEntry): string | null =>
  licence.toLowerCase() === 'not known' ? null : licence
