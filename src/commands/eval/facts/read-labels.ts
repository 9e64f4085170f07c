import * as z from 'zod'
import { readTabbed } from '../lines.ts'

const LABELS = 'facts.tsv'
const NONE = 'none'

const Row = z.object({ notice: z.string().min(1), field: z.string().min(1), value: z.string() })

/** A fact that a person found in a notice; the value is written as `sayValue` writes it. */
export interface Label {
  readonly field: string
  readonly value: string
}

/** The facts of each labelled notice by its id; none of them for one that states nothing. @throws AppError */
export function readLabels(folder: string): ReadonlyMap<string, readonly Label[]> {
  const labels = new Map<string, Label[]>()
  for (const { row } of readTabbed(folder, LABELS, Row)) {
    const { notice, field, value } = row
    const facts = labels.get(notice) ?? []
    labels.set(notice, field === NONE ? facts : [...facts, { field, value }])
  }
  return labels
}

/**
 * `work` is looked at while rules are written. `opened` was kept until a first figure was known, and then
 * looked at too. `kept` has been labelled after that, and nobody has looked at what is read from it.
 */
export type Part = 'work' | 'opened' | 'kept'

const OPENED = 'opened:'
const KEPT = 'kept:'

/** By a hash of the id (FNV-1a) where its beginning does not say, so that a notice never changes sides. */
export function partOf(notice: string): Part {
  if (notice.startsWith(KEPT)) return 'kept'
  if (notice.startsWith(OPENED)) return 'opened'
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(notice)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash % 2 === 0 ? 'work' : 'opened'
}
