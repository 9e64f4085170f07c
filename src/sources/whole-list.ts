import * as z from 'zod'
import { hashOf } from '../base/hash.ts'
import type { SourceEntry } from '../domain/source.ts'

/** The keys of the newest whole list of a source, and what that was a list of. */
export const Whole = z.object({
  about: z.string(),
  keys: z.array(z.string()),
  /** How many lists in a row since then had too little to be believed. */
  short: z.int().nonnegative().default(0),
})
export type Whole = Readonly<z.infer<typeof Whole>>

/** A list with less than this share of the one before is more likely cut short than right, */
const LEAST_SHARE = 0.5
/** until it has come so many times in a row: by then the operator has been told for days. */
const MOST_SHORT = 7

/** What a source is asked for, in short: another as soon as its address or its settings are. */
export const aboutOf = ({ url, settings }: Pick<SourceEntry, 'url' | 'settings'>): string =>
  hashOf(JSON.stringify([url, settings]))

/**
 * What a source offers by two whole lists in a row: all that is in either. One list alone may have lost an item
 * that moved from page to page, or rows that were left out by mistake; a list for other questions says nothing
 * of what it leaves out; and one with less than half of the list before takes nothing back until it has come eight
 * times in a row.
 *
 * @param before - the whole list before; null for none
 * @param keys - of the list that was read just now, each once
 * @returns the list to remember, and what is offered; undefined when that is not known yet
 */
export function wholeAfter(
  before: Whole | null,
  about: string,
  keys: readonly string[],
): { readonly whole: Whole; readonly offered: readonly string[] | undefined } {
  const whole = { about, keys: [...keys], short: 0 }
  if (before?.about !== about) return { whole, offered: undefined }
  const isShort = keys.length < before.keys.length * LEAST_SHARE
  if (isShort && before.short < MOST_SHORT) {
    return { whole: { ...before, short: before.short + 1 }, offered: undefined }
  }
  return { whole, offered: [...new Set([...keys, ...before.keys])] }
}
