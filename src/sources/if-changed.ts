import type { Manners, PoliteGet, Validators } from './source.ts'

/** A page is what it was when it was last sent. Not a fault. */
export class PageUnchanged extends Error {
  override readonly name = 'PageUnchanged'
}

/** A page that was sent. */
export interface Fresh {
  readonly text: string
  /** Null when the server gave nothing by which the page could be asked for again. */
  readonly validators: Validators | null
}

/**
 * Fetches a page, unless it is still what it was.
 *
 * @param known - what came with the page when it was last sent; null to have it sent in any case
 * @returns null when it has not changed
 * @throws AppError `source_unavailable`
 */
export async function ifChanged(
  get: PoliteGet,
  url: string,
  manners: Manners,
  known: Validators | null,
): Promise<Fresh | null> {
  let validators: Validators | null = null
  const noted = (sent: Validators) => {
    validators = sent.etag === null && sent.lastModified === null ? null : sent
  }
  try {
    const text = await get(url, { ...manners, noted, ...(known && { unless: known }) })
    return { text, validators }
  } catch (error) {
    if (error instanceof PageUnchanged) return null
    throw error
  }
}
