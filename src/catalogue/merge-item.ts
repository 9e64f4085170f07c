import type { Instant } from '../base/date.ts'
import { describeChanges } from '../domain/changes.ts'
import { type Opportunity, OpportunityContent, type OpportunityId } from '../domain/opportunity.ts'
import type { Reading, SourceEntry } from '../domain/source.ts'
import { withoutReadings } from '../domain/without-readings.ts'
import { changedFields } from './changes.ts'

/** What is stored of an item already. */
export interface Known {
  readonly releasedAt: Instant
  /** Null for one that had ended before it was ever seen as an opportunity. */
  readonly opportunity: Opportunity | null
  /** Whether a person has found it closed, and its source has said nothing new since. */
  readonly closedByPerson: boolean
}

export interface MergeContext {
  readonly source: Pick<SourceEntry, 'id' | 'name' | 'licence'>
  readonly at: Instant
  readonly newId: () => string
}

/** A reading that says which item it is of. */
export type Keyed = Extract<Reading, { outcome: 'opportunity' | 'ending' }>

/** What readings do to the catalogue. */
export interface Effects {
  readonly versions: {
    readonly opportunity: Opportunity
    readonly changed: readonly string[]
    readonly revision: string
  }[]
  readonly records: {
    readonly key: string
    readonly opportunityId: OpportunityId
    readonly revision: string
    readonly releasedAt: Instant
    /** Null when it must be read again each time. */
    readonly print: string | null
  }[]
  /** Items that ended before they were ever seen as an opportunity. */
  readonly endings: { readonly key: string; readonly releasedAt: Instant }[]
  /** Opportunities that the source still offers. */
  readonly checked: OpportunityId[]
}

export type Outcome = 'new' | 'changed' | 'unchanged' | 'withdrawn' | 'skipped'

/** Adds to `effects` what the newest reading of one item does, and says in a word what that is. */
export function mergeItem(
  context: MergeContext,
  reading: Keyed,
  known: Known | undefined,
  effects: Effects,
): Outcome {
  const isOld = known !== undefined && reading.releasedAt < known.releasedAt
  return known?.opportunity
    ? mergeKnown(context, reading, { ...known, opportunity: known.opportunity }, isOld, effects)
    : mergeUnknown(context, reading, isOld, effects)
}

function mergeUnknown(context: MergeContext, reading: Keyed, isOld: boolean, effects: Effects): Outcome {
  // It had ended when it was last seen, and this was said before.
  if (isOld) return 'skipped'
  if (reading.outcome === 'ending') {
    // The source may tell the call itself on a later page: then it has ended already.
    effects.endings.push({ key: reading.key, releasedAt: reading.releasedAt })
    return 'skipped'
  }
  const opportunity = firstVersion(context, reading.key, reading.content)
  effects.versions.push({ opportunity, changed: [], revision: reading.revision })
  effects.records.push(recordOf(reading, opportunity.id))
  return 'new'
}

function mergeKnown(
  context: MergeContext,
  reading: Keyed,
  { opportunity: before, closedByPerson }: Known & { readonly opportunity: Opportunity },
  isOld: boolean,
  effects: Effects,
): Outcome {
  effects.checked.push(before.id)
  if (isOld) return 'unchanged'
  effects.records.push(recordOf(reading, before.id))
  const content = reading.outcome === 'ending' ? { ...before, ended: reading.ended } : reading.content
  if (closedByPerson && content.ended === null && !saysMore({ ...before, ended: null }, content)) {
    return 'unchanged'
  }
  const changed = changedFields(contentFields(before), contentFields(content))
  if (changed.length === 0) return 'unchanged'
  const opportunity = nextVersion(context.at, before, content)
  effects.versions.push({ opportunity, changed, revision: reading.revision })
  return changed.includes('ended') && opportunity.ended === 'withdrawn' ? 'withdrawn' : 'changed'
}

const recordOf = ({ key, revision, releasedAt, print }: Keyed, opportunityId: OpportunityId) => ({
  key,
  opportunityId,
  revision,
  releasedAt,
  print: print ?? null,
})

/** Only what the funder says, so that our own bookkeeping never counts as a change; what was read of it is in its fields. */
function contentFields(content: OpportunityContent): OpportunityContent {
  const { fromWords: _, ...fields } = OpportunityContent.parse(content)
  return fields
}

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

/** Whether the source says something else, and not only our reader of its words. */
const saysMore = (before: OpportunityContent, after: OpportunityContent): boolean =>
  changedFields(contentFields(withoutReadings(before)), contentFields(withoutReadings(after))).length > 0

/** The version after that one, with that content. */
export function nextVersion(at: Instant, before: Opportunity, content: OpportunityContent): Opportunity {
  const version = before.version + 1
  const isOther = saysMore(before, content)
  const isMaterial = isOther && describeChanges(new Date(at), before, content).length > 0
  return {
    ...before,
    ...content,
    version,
    materialVersion: isMaterial ? version : before.materialVersion,
    provenance: {
      ...before.provenance,
      lastCheckedAt: at,
      // Another reading of the same words is no change of the source's.
      lastChangedAt: isOther ? at : before.provenance.lastChangedAt,
    },
  }
}
