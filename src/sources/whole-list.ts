import * as z from 'zod'
import { hashOf } from '../base/hash.ts'
import type { SourceEntry } from '../domain/source.ts'

/** The keys of the newest whole list of a source, and what that was a list of. */
export const Whole = z.object({ about: z.string(), keys: z.array(z.string()) })
export type Whole = Readonly<z.infer<typeof Whole>>

/** What a source is asked for, in short: another as soon as its address or its settings are. */
export const aboutOf = ({ url, settings }: Pick<SourceEntry, 'url' | 'settings'>): string =>
  hashOf(JSON.stringify([url, settings]))

/**
 * What a source offers by two whole lists in a row: all that is in either. One list alone may have lost an item
 * that moved from page to page, or rows that were left out by mistake; a list for other questions says nothing
 * of what it leaves out.
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
  const whole = { about, keys: [...keys] }
  if (before?.about !== about) return { whole, offered: undefined }
  return { whole, offered: [...new Set([...keys, ...before.keys])] }
}
