import { type AnyNode, isTag } from 'domhandler'
import * as z from 'zod'
import { oneLine } from '../../base/text.ts'
import { select } from '../web/document.ts'
import { textOf } from '../web/html-text.ts'
import { FieldName, type FieldRules, type Place } from './field-rules.ts'
import { readJsonLd } from './json-ld.ts'
import { type Labelled, readLabels } from './page-labels.ts'

/** For each field the texts that were found for it, in the order of its places; never empty texts. */
export const Fields = z.partialRecord(FieldName, z.array(z.string()).readonly())
export type Fields = Readonly<z.infer<typeof Fields>>

/** Texts that keep their paragraphs, and of which every element counts. */
const LONG: readonly FieldName[] = ['description', 'eligibility']
const ATTRIBUTES: Readonly<Partial<Record<FieldName, string>>> = { applyUrl: 'href', email: 'href' }

/** Everything that the rules find in these nodes. */
export function readFields(nodes: readonly AnyNode[], rules: FieldRules): Fields {
  const fields = Object.entries(rules) as [FieldName, readonly Place[]][]
  const labels = fields.flatMap(([, places]) => places.flatMap(({ label }) => label ?? []))
  const labelled = readLabels(nodes, labels)
  const textAt = (name: FieldName, place: Place): string => {
    if (place.jsonLd !== undefined) return joined(name, readJsonLd(nodes, place.jsonLd))
    const scope = place.label === undefined ? { nodes } : labelled(place.label)
    return scope === null
      ? ''
      : joined(name, textsIn(scope, place.selector, place.attribute ?? ATTRIBUTES[name]))
  }
  return Object.fromEntries(
    fields.map(([name, places]) => [
      name,
      places.map((place) => textAt(name, place)).filter((text) => text !== ''),
    ]),
  )
}

/** Running text has no elements in it to look for. */
function textsIn(
  scope: Labelled,
  selector: string | undefined,
  attribute: string | undefined,
): readonly string[] {
  if ('text' in scope) return selector === undefined ? [scope.text] : []
  const found = selector === undefined ? scope.nodes : select(selector, scope.nodes)
  if (attribute === undefined) return found.map((node) => textOf([node]))
  return found.map((node) => (isTag(node) ? (node.attribs[attribute] ?? '') : ''))
}

function joined(name: FieldName, texts: readonly string[]): string {
  const said = texts.map((text) => text.trim()).filter((text) => text !== '')
  if (LONG.includes(name)) return said.join('\n\n')
  if (name === 'funder') return oneLine([...new Set(said)].join(', '))
  return oneLine(said[0] ?? '')
}
