import type { AnyNode } from 'domhandler'
import { select } from '../web/document.ts'

/**
 * Texts and numbers at a path in the JSON-LD of a page, such as `funder.name`; a list stands for each
 * of its items. JSON that cannot be read is passed over.
 */
export function readJsonLd(nodes: readonly AnyNode[], path: string): readonly string[] {
  let values: readonly unknown[] = select('script[type="application/ld+json"]', nodes).flatMap(
    ({ children }) => children.flatMap((child) => ('data' in child ? graphOf(child.data) : [])),
  )
  for (const step of path.split('.')) values = values.flatMap((value) => membersAt(value, step))
  return values.flatMap((value) =>
    typeof value === 'string' || typeof value === 'number' ? [String(value)] : [],
  )
}

function graphOf(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json)
    return itemsOf(value).flatMap((item) => [item, ...membersAt(item, '@graph')])
  } catch {
    return []
  }
}

function membersAt(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return []
  return itemsOf(Reflect.get(value, name))
}

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
