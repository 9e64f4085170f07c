import { type AnyNode, type Element, isTag } from 'domhandler'
import { slug } from '../../base/text.ts'
import { select } from '../web/document.ts'
import { textOf } from '../web/html-text.ts'

/** What stands beside a label: elements, or words in running text. */
export type Labelled = { readonly nodes: readonly AnyNode[] } | { readonly text: string }

/**
 * Finds what stands beside labels: a `dd` after its `dt`, a cell after its heading, or words after
 * “Label:” in running text, in this order. Capitals and signs at the end of a label do not matter in
 * the first two; in running text it must stand as it is given. Of two with one name the first counts.
 *
 * @param labels - all that are asked for: in running text one ends where the next begins
 * @returns null for a label that is not there
 */
export function readLabels(
  nodes: readonly AnyNode[],
  labels: readonly string[],
): (label: string) => Labelled | null {
  const paired = new Map<string, readonly AnyNode[]>()
  for (const [head, body] of PAIRS) {
    for (const element of select(head, nodes)) {
      const name = slug(textOf([element]))
      if (!paired.has(name)) paired.set(name, bodiesAfter(element, head, body))
    }
  }
  let running: ReadonlyMap<string, string> | undefined
  return (label) => {
    const found = paired.get(slug(label))
    if (found !== undefined && found.length > 0) return { nodes: found }
    running ??= readRunning(textOf(nodes), labels)
    const text = running.get(slug(label))
    return text === undefined ? null : { text }
  }
}

const PAIRS = [
  ['dt', 'dd'],
  ['th', 'td'],
] as const

function bodiesAfter(element: Element, head: string, body: string): readonly AnyNode[] {
  const bodies: AnyNode[] = []
  for (let next = element.next; next !== null; next = next.next) {
    if (!isTag(next)) continue
    if (next.name === head) break
    if (next.name === body) bodies.push(next)
  }
  return bodies
}

/** Words after “Label:” up to the next label or the end of the line; the next line where nothing follows. */
function readRunning(text: string, labels: readonly string[]): ReadonlyMap<string, string> {
  if (labels.length === 0) return new Map()
  const names = [...labels].sort((a, b) => b.length - a.length).map(escaped)
  const marks = new RegExp(`(?<!\\S)(${names.join('|')})\\s*:`, 'g')
  const lines = text.split('\n').filter((line) => line !== '')
  const pairs = lines.flatMap((line, at) => pairsIn(line, lines[at + 1] ?? '', marks))
  // Of two with one name the first counts.
  return new Map(pairs.reverse())
}

function pairsIn(line: string, next: string, marks: RegExp): [name: string, words: string][] {
  const found = [...line.matchAll(marks)]
  return found
    .map((mark, nth): [string, string] => {
      const words = line.slice(mark.index + mark[0].length, found[nth + 1]?.index).trim()
      const below = nth === found.length - 1 && next.search(marks) === -1 ? next : ''
      return [slug(mark[1] ?? ''), words === '' ? below : words]
    })
    .filter(([, words]) => words !== '')
}

const escaped = (text: string): string =>
  text
    .trim()
    .replace(/\s*:$/, '')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
