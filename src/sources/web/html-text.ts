import { type AnyNode, hasChildren, isTag, isText } from 'domhandler'
import { paragraphs } from '../../base/text.ts'
import { parseMarkup } from './markup.ts'

/** Elements whose text nobody reads. */
const LEFT_OUT = new Set(
  'script style noscript template head svg iframe object canvas audio video select button'.split(' '),
)
/** Elements with a blank line before and after. */
const APART = new Set(
  'address article aside blockquote dl fieldset figure form h1 h2 h3 h4 h5 h6 header footer main nav ol p pre section table ul'.split(
    ' ',
  ),
)
/** Elements that stand on a line of their own. */
const OWN_LINE = new Set('dd div dt figcaption hr li option summary tr'.split(' '))

/** What a reader sees of markup, with its paragraphs; scripts and styles left out. */
export function textOfMarkup(markup: string): string {
  const nodes = parseMarkup(markup)
  return nodes === null ? paragraphs(markup.replace(/<[^<>]*>/g, ' ')) : textOf(nodes)
}

/** What a reader sees of these nodes. Any depth of nesting will do: it does not call itself. */
export function textOf(nodes: readonly AnyNode[]): string {
  const text = new Flow()
  const ahead: (AnyNode | string)[] = [...nodes].reverse()
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (typeof next === 'string') text.addGap(next)
    else if (isText(next)) text.addWords(next.data.replace(/\s+/g, ' '))
    else if (isTag(next) && next.name === 'br') text.addWords('\n')
    else text.addGap(enter(next, ahead))
  }
  return paragraphs(text.toString())
}

/** Puts what the node holds, and the gap after it, before what is ahead. @returns the gap before it */
function enter(node: AnyNode, ahead: (AnyNode | string)[]): string {
  const name = isTag(node) ? node.name : ''
  if (!hasChildren(node) || LEFT_OUT.has(name)) return ''
  const edge = edgeOf(name)
  ahead.push(edge)
  for (const child of node.children.toReversed()) ahead.push(child)
  return edge
}

/** Words with gaps between them: of gaps that meet, the widest stays, and takes in the spaces around it. */
class Flow {
  readonly #parts: string[] = []
  #gap = ''

  addGap(gap: string): void {
    if (gap.length > this.#gap.length || this.#gap === ' ') this.#gap = gap || this.#gap
  }

  addWords(words: string): void {
    if (words === ' ' && this.#gap !== '') return
    this.#parts.push(this.#gap, words)
    this.#gap = ''
  }

  toString(): string {
    return this.#parts.join('')
  }
}

function edgeOf(name: string): string {
  if (APART.has(name)) return '\n\n'
  if (OWN_LINE.has(name)) return '\n'
  return name === 'td' || name === 'th' ? ' ' : ''
}

const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i

/** A plain text in which entities were left, `Fish &amp; chips`, with the signs that they stand for. */
export const withoutEntities = (text: string): string =>
  ENTITY.test(text)
    ? text
        .split('\n')
        .map((line) => textOfMarkup(line.replaceAll('<', '&lt;')))
        .join('\n')
    : text
