import type { Instant } from '../base/date.ts'
import { OpportunityContent } from '../domain/opportunity.ts'
import type { Reading } from '../domain/source.ts'
import { countFacts, type FactCounts } from '../domain/told-facts.ts'
import { withoutReadings } from '../domain/without-readings.ts'
import { classify } from './classify.ts'
import {
  type Effects,
  type Keyed,
  type Known,
  type MergeContext,
  mergeItem,
  type Outcome,
} from './merge-item.ts'

type Bad = Pick<Extract<Reading, { outcome: 'bad' }>, 'key' | 'releasedAt' | 'reason'>

/** What a page of readings does to the catalogue. */
export interface Merged extends Effects {
  /** Index of each bad reading, what could be read of it, and why it is bad. */
  readonly bad: (Bad & { readonly index: number })[]
  readonly counts: Record<Outcome | 'quarantined', number>
  /** What the opportunities that could be read tell in fields of their own. */
  readonly facts: FactCounts
}

/**
 * Decides what each reading of a page is: new, changed, unchanged, withdrawn, skipped or bad. Of
 * several releases of one item the newest counts, and one that is older than what is stored
 * changes nothing. Every reading is in exactly one count.
 */
export function mergePage(
  context: MergeContext,
  readings: readonly Reading[],
  known: ReadonlyMap<string, Known>,
): Merged {
  const checked = readings.map(check)
  const merged: Merged = {
    versions: [],
    records: [],
    endings: [],
    checked: [],
    bad: [],
    counts: { new: 0, changed: 0, unchanged: 0, withdrawn: 0, skipped: 0, quarantined: 0 },
    facts: countFacts(checked.flatMap(toldContent)),
  }
  const newest = newestByKey(checked)
  for (const [index, reading] of checked.entries()) {
    merged.counts[mergeReading(context, index, reading, { known, newest, merged })] += 1
  }
  return merged
}

/** Of a reading that is of an opportunity, what the source itself says. */
const toldContent = (reading: Reading): OpportunityContent[] =>
  reading.outcome === 'opportunity' ? [withoutReadings(reading.content)] : []

interface Beside {
  readonly known: ReadonlyMap<string, Known>
  readonly newest: ReadonlyMap<string, Keyed>
  readonly merged: Merged
}

function mergeReading(
  context: MergeContext,
  index: number,
  reading: Reading,
  { known, newest, merged }: Beside,
): Outcome | 'quarantined' {
  switch (reading.outcome) {
    case 'skipped':
      return 'skipped'
    case 'unchanged':
      return noteUnchanged(known.get(reading.key), merged)
    case 'bad': {
      const { key, releasedAt, reason } = reading
      if ([known.get(key ?? ''), newest.get(key ?? '')].some((good) => isOlder(reading, good)))
        return 'unchanged'
      merged.bad.push({ index, key, releasedAt, reason })
      return 'quarantined'
    }
    default:
      if (newest.get(reading.key) !== reading) return 'unchanged'
      return mergeItem(context, reading, known.get(reading.key), merged)
  }
}

function noteUnchanged(known: Known | undefined, { checked }: Merged): 'unchanged' {
  if (known?.opportunity) checked.push(known.opportunity.id)
  return 'unchanged'
}

/** A bad release is of the past once a later one of its item has been read. */
const isOlder = ({ releasedAt }: Bad, good: { readonly releasedAt: Instant } | undefined): boolean =>
  releasedAt !== null && good !== undefined && releasedAt < good.releasedAt

/** D1 keeps 2 MB in a value, and a character can take four bytes. */
const MOST_CHARACTERS = 450_000

/** A connector's word for it is not enough: what is stored has been through the schema. */
function check(reading: Reading): Reading {
  if (reading.outcome !== 'opportunity') return reading
  const { key, releasedAt } = reading
  const { success, data, error } = OpportunityContent.safeParse(reading.content)
  if (!success) {
    const reason = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    return { outcome: 'bad', key, releasedAt, reason }
  }
  const size = JSON.stringify(data).length
  if (size > MOST_CHARACTERS) {
    return { outcome: 'bad', key, releasedAt, reason: `It is too long to keep: ${size} characters` }
  }
  return { ...reading, content: classify(data) }
}

/** The later release wins; of two at the same moment, the later in the list. */
function newestByKey(readings: readonly Reading[]): ReadonlyMap<string, Keyed> {
  const newest = new Map<string, Keyed>()
  for (const reading of readings) {
    if (reading.outcome !== 'opportunity' && reading.outcome !== 'ending') continue
    const other = newest.get(reading.key)
    if (other === undefined || reading.releasedAt >= other.releasedAt) newest.set(reading.key, reading)
  }
  return newest
}
