/** How the fields of some records differ from those that a connector reads. */
export interface FieldComparison {
  /** Fields that are read and were there, with the number of records that had them. */
  readonly found: readonly FieldCount[]
  /** Fields that are read, and no record had. */
  readonly missing: readonly string[]
  /** Fields that records had and nobody reads. */
  readonly unknown: readonly FieldCount[]
}

export interface FieldCount {
  readonly path: string
  readonly records: number
}

const MOST_DEPTH = 12

/**
 * Compares the fields of records with those that are read. An empty text, list or object, and null, count
 * as absent. Below a field that is read nothing is looked at.
 *
 * @returns found and missing ones in the order in which they are listed, others by name
 */
export function compareFields(records: readonly unknown[], read: readonly string[]): FieldComparison {
  const counts = new Map<string, number>()
  for (const record of records) {
    for (const path of pathsOf(record, new Set(read))) counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  const count = (path: string): FieldCount => ({ path, records: counts.get(path) ?? 0 })
  return {
    found: read.map(count).filter((field) => field.records > 0),
    missing: read.filter((path) => !counts.has(path)),
    unknown: [...counts.keys()]
      .filter((path) => !read.includes(path))
      .sort()
      .map(count),
  }
}

/** Every path of the record that ends at something, once. */
function pathsOf(record: unknown, read: ReadonlySet<string>): ReadonlySet<string> {
  const paths = new Set<string>()
  const waiting: Part[] = [{ path: '', value: record, depth: 0 }]
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (isEmpty(part.value)) continue
    const inner = read.has(part.path) || part.depth > MOST_DEPTH ? null : partsOf(part)
    if (inner) waiting.push(...inner)
    else if (part.path !== '') paths.add(part.path)
  }
  return paths
}

interface Part {
  readonly path: string
  readonly value: unknown
  readonly depth: number
}

/** What a list or an object consists of; items of a list keep its path. Null for a plain value. */
function partsOf({ path, value, depth }: Part): readonly Part[] | null {
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return value.map((item) => ({ path, value: item, depth: depth + 1 }))
  return Object.entries(value).map(([name, inner]) => ({
    path: path === '' ? name : `${path}.${name}`,
    value: inner,
    depth: depth + 1,
  }))
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)
