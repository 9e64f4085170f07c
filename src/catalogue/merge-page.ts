import type { Instant } from '../base/date.ts'
import { type Opportunity, OpportunityContent, type OpportunityId } from '../domain/opportunity.ts'
import type { Reading, SourceEntry } from '../domain/source.ts'
import { changedFields, isMaterial } from './changes.ts'
import { classify } from './classify.ts'

/** What is stored of an item already. */
export interface Known {
  readonly releasedAt: Instant
  readonly opportunity: Opportunity
}

export interface MergeContext {
  readonly source: Pick<SourceEntry, 'id' | 'name' | 'licence'>
  readonly at: Instant
  readonly newId: () => string
}

/** What a page of readings does to the catalogue. */
export interface Merged {
  readonly versions: readonly {
    readonly opportunity: Opportunity
    readonly changed: readonly string[]
    readonly revision: string
  }[]
  readonly records: readonly {
    readonly key: string
    readonly opportunityId: OpportunityId
    readonly revision: string
    readonly releasedAt: Instant
  }[]
  /** Opportunities that say what they said. */
  readonly checked: readonly OpportunityId[]
  /** Index of each bad reading, its key if it has one, and why. */
  readonly bad: readonly { readonly index: number; readonly key: string | null; readonly reason: string }[]
  readonly counts: Counts
}

interface Counts {
  new: number
  changed: number
  unchanged: number
  withdrawn: number
  skipped: number
  quarantined: number
}

type Keyed = Extract<Reading, { outcome: 'opportunity' | 'ending' }>

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
  const merged = {
    versions: [] as Merged['versions'][number][],
    records: [] as Merged['records'][number][],
    checked: [] as OpportunityId[],
    bad: [] as Merged['bad'][number][],
    counts: { new: 0, changed: 0, unchanged: 0, withdrawn: 0, skipped: 0, quarantined: 0 },
  }
  const newest = newestByKey(readings)
  for (const [index, reading] of readings.entries()) {
    const checked = check(reading)
    if (checked.outcome === 'bad') {
      merged.bad.push({ index, key: checked.key, reason: checked.reason })
      merged.counts.quarantined += 1
    } else if (checked.outcome === 'skipped') {
      merged.counts.skipped += 1
    } else if (newest.get(checked.key) !== reading) {
      merged.counts.unchanged += 1
    } else {
      merged.counts[mergeOne(context, checked, known.get(checked.key), merged)] += 1
    }
  }
  return merged
}

/** A connector's word for it is not enough: what is stored has been through the schema. */
function check(reading: Reading): Reading {
  if (reading.outcome !== 'opportunity') return reading
  const { success, data, error } = OpportunityContent.safeParse(reading.content)
  if (success) return { ...reading, content: classify(data) }
  const reason = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  return { outcome: 'bad', key: reading.key, reason }
}

/** The later release wins; of two at the same moment, the later in the list. */
function newestByKey(readings: readonly Reading[]): ReadonlyMap<string, Reading> {
  const newest = new Map<string, Keyed>()
  for (const reading of readings) {
    if (reading.outcome !== 'opportunity' && reading.outcome !== 'ending') continue
    const other = newest.get(reading.key)
    if (other === undefined || reading.releasedAt >= other.releasedAt) newest.set(reading.key, reading)
  }
  return newest
}

interface Sink {
  readonly versions: Merged['versions'][number][]
  readonly records: Merged['records'][number][]
  readonly checked: OpportunityId[]
}

function mergeOne(context: MergeContext, reading: Keyed, known: Known | undefined, sink: Sink): keyof Counts {
  if (known === undefined) {
    if (reading.outcome === 'ending') return 'skipped'
    const opportunity = firstVersion(context, reading.key, reading.content)
    sink.versions.push({ opportunity, changed: [], revision: reading.revision })
    sink.records.push(recordOf(reading, opportunity.id))
    return 'new'
  }
  const { opportunity: before } = known
  sink.checked.push(before.id)
  if (reading.releasedAt < known.releasedAt) return 'unchanged'
  sink.records.push(recordOf(reading, before.id))
  const content = reading.outcome === 'ending' ? { ...before, ended: reading.ended } : reading.content
  const changed = changedFields(contentFields(before), contentFields(content))
  if (changed.length === 0) return 'unchanged'
  const opportunity = nextVersion(context, before, content, changed)
  sink.versions.push({ opportunity, changed, revision: reading.revision })
  return changed.includes('ended') && opportunity.ended === 'withdrawn' ? 'withdrawn' : 'changed'
}

const recordOf = ({ key, revision, releasedAt }: Keyed, opportunityId: OpportunityId) => ({
  key,
  opportunityId,
  revision,
  releasedAt,
})

/** Only what the funder says, so that our own bookkeeping never counts as a change. */
const contentFields = (content: OpportunityContent): OpportunityContent => OpportunityContent.parse(content)

function firstVersion(
  { source, at, newId }: MergeContext,
  key: string,
  content: OpportunityContent,
): Opportunity {
  return {
    ...content,
    id: newId() as OpportunityId,
    version: 1,
    materialVersion: 1,
    deadlineVersion: 1,
    provenance: {
      sourceId: source.id,
      sourceName: source.name,
      licence: source.licence,
      key,
      firstSeenAt: at,
      lastCheckedAt: at,
      lastChangedAt: at,
    },
  }
}

function nextVersion(
  { at }: MergeContext,
  before: Opportunity,
  content: OpportunityContent,
  changed: readonly string[],
): Opportunity {
  const version = before.version + 1
  return {
    ...before,
    ...content,
    version,
    materialVersion: isMaterial(changed) ? version : before.materialVersion,
    deadlineVersion: changed.includes('deadline') ? version : before.deadlineVersion,
    provenance: { ...before.provenance, lastCheckedAt: at, lastChangedAt: at },
  }
}
