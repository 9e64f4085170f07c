import { AppError } from '../base/errors.ts'

/** Which part of a list is asked for. */
export interface PageRequest {
  /** The cursor that came with the page before; null for the first. */
  readonly after: string | null
  /** At most so many, at least 1. */
  readonly limit: number
}

export interface PageOf<T> {
  readonly items: readonly T[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
  /** Of the whole list. */
  readonly total: number
}

/** Writes the sort key of the last row of a page as a cursor. */
export const cursorOf = (...key: readonly (string | number)[]): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/**
 * Reads a cursor back.
 *
 * @param kinds - what each part of the key is
 * @throws AppError `invalid` for a cursor that this list did not make
 */
export function keyOf(cursor: string, kinds: readonly ('string' | 'number')[]): readonly (string | number)[] {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    )
    const key: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (
      Array.isArray(key) &&
      key.length === kinds.length &&
      key.every((part, i) => typeof part === kinds[i])
    ) {
      return key
    }
  } catch {
    // Falls through to the refusal: a cursor is opaque, so why it is bad does not matter.
  }
  throw new AppError('invalid', 'This place in the list is not known. Start again from the first page')
}

/** Cuts one row more than was asked for into a page and its cursor. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  { limit, total }: { limit: number; total: number },
  toItem: (row: Row) => T,
  toCursor: (row: Row) => string,
): PageOf<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(toItem),
    next: rows.length > limit && last !== undefined ? toCursor(last) : null,
    total,
  }
}
