import * as z from 'zod'
import { paragraphs } from '../base/text.ts'

const MOST_DEPTH = 50
/** Node types that stand in a line with what is around them. */
const IN_LINE = /^(?:hyperlink|.*-hyperlink|.*-inline)$/

/**
 * A document of Contentful's rich text as plain text: paragraphs and headings apart, one line for each
 * item of a list. Marks, addresses of links and embedded things are left out, and so is what lies more
 * than 50 levels deep.
 *
 * @returns an empty text for anything else
 */
export const plainText = (document: unknown): string => paragraphs(textOf(document, 0))

const Node = z.object({
  nodeType: z.string(),
  value: z.string().catch(''),
  content: z.array(z.unknown()).catch([]),
})

function textOf(node: unknown, depth: number): string {
  const { data } = Node.safeParse(node)
  if (!data || depth > MOST_DEPTH) return ''
  const inner = data.content.map((child) => textOf(child, depth + 1)).join('')
  return data.nodeType === 'text' ? data.value : apart(data.nodeType, inner)
}

/** With the space around it that its type of node asks for. */
function apart(type: string, inner: string): string {
  const text = inner.trim()
  if (IN_LINE.test(type) || text === '') return inner
  if (type === 'list-item') return `- ${text.replace(/\n{2,}/g, '\n')}\n`
  return type.startsWith('table-') ? `${text} ` : `${text}\n\n`
}
