import { compile, selectAll } from 'css-select'
import type { AnyNode, Element } from 'domhandler'
import * as z from 'zod'
import { parseMarkup } from './markup.ts'

/** A page of more characters than this is none that a person reads. */
const MOST_CHARACTERS = 5_000_000

/** A CSS selector that can be read. */
export const Selector = z
  .string()
  .min(1)
  .refine(isSelector, { error: ({ input }) => `${input} is not a CSS selector that we can read` })

function isSelector(text: string): boolean {
  try {
    compile(text)
    return true
  } catch {
    return false
  }
}

/** Either the page, or what is wrong with it: the end of a sentence that begins "The page". */
export type ReadDocument = { readonly nodes: readonly AnyNode[] } | { readonly fault: string }

/**
 * @param mayLackEnd - whether the site leaves out the end of its pages, which the standard allows;
 *   otherwise a page without one has broken off
 */
export function readDocument(text: string, mayLackEnd: boolean): ReadDocument {
  if (text.length > MOST_CHARACTERS) return { fault: `is too long to read: ${text.length} characters` }
  if (text.trim() === '') return { fault: 'is empty' }
  const isCut = /<html[\s>]/i.test(text) && !/<\/(?:html|body)\s*>/i.test(text)
  if (isCut && !mayLackEnd) return { fault: 'breaks off' }
  const nodes = parseMarkup(text)
  return nodes === null ? { fault: 'is nested too deeply to be read' } : { nodes }
}

/** The elements that the selector finds, in the order of the page; the nodes themselves count. */
export const select = (selector: string, nodes: readonly AnyNode[]): readonly Element[] =>
  selectAll<AnyNode, Element>(selector, [...nodes])
