import type { Selectable } from 'kysely'
import type { Instant } from '../base/date.ts'
import { closesAt, type Deadline, opensAt } from '../domain/deadline.ts'
import type { Opportunity, OpportunityContent, OpportunityId } from '../domain/opportunity.ts'
import { NO_RULES } from '../domain/rules.ts'
import type { OpportunityTable } from './schema.ts'

const CONTENT_KEYS = [
  'title',
  'summary',
  'description',
  'kind',
  'funder',
  'programme',
  'url',
  'applyUrl',
  'contactEmail',
  'awardMin',
  'awardMax',
  'fundTotal',
  'currency',
  'deadline',
  'forecast',
  'ended',
  'endedWhy',
  'themes',
  'beneficiaries',
  'cpv',
  'vcseSignals',
  'lots',
  'rules',
  'fromWords',
] as const satisfies readonly (keyof OpportunityContent)[]

type Missing = Exclude<keyof OpportunityContent, (typeof CONTENT_KEYS)[number]>
const nothingMissing: Missing extends never ? true : Missing = true

/** What the funder says, without our own bookkeeping; keys in a fixed order, so that equal content is equal text. */
function contentOf(opportunity: OpportunityContent): OpportunityContent {
  if (!nothingMissing) throw new RangeError('CONTENT_KEYS is not complete')
  return Object.fromEntries(
    CONTENT_KEYS.map((key) => [key, opportunity[key]]),
  ) as unknown as OpportunityContent
}

/** What is stored of it: a rule that is not known is left out, as it is of what was stored before there was such a rule. */
export function contentJson(opportunity: OpportunityContent): string {
  const { rules, ...content } = contentOf(opportunity)
  const known = Object.entries(rules).filter(([, { basis }]) => basis !== 'unknown')
  return JSON.stringify({ ...content, rules: Object.fromEntries(known) })
}

/** The stored content was checked by its schema before it was written, so it is not checked again. */
export function parseContent(json: string): OpportunityContent {
  const content: OpportunityContent = JSON.parse(json)
  return { ...content, rules: { ...NO_RULES, ...content.rules } }
}

export function toOpportunity(row: Selectable<OpportunityTable>): Opportunity {
  return {
    ...parseContent(row.content),
    id: row.id as OpportunityId,
    version: row.version,
    materialVersion: row.material_version,
    provenance: {
      sourceId: row.source_id,
      sourceName: row.source_name,
      licence: row.licence,
      key: row.source_key,
      firstSeenAt: row.first_seen_at as Instant,
      lastCheckedAt: row.last_checked_at as Instant,
      lastChangedAt: row.last_changed_at as Instant,
    },
  }
}

export function toRow(opportunity: Opportunity, funderId: string): OpportunityTable {
  return {
    id: opportunity.id,
    version: opportunity.version,
    material_version: opportunity.materialVersion,
    title: opportunity.title,
    kind: opportunity.kind,
    funder_id: funderId,
    forecast: opportunity.forecast ? 1 : 0,
    ended: opportunity.ended,
    open_until: openUntil(opportunity.deadline),
    content: contentJson(opportunity),
    source_id: opportunity.provenance.sourceId,
    source_key: opportunity.provenance.key,
    source_name: opportunity.provenance.sourceName,
    licence: opportunity.provenance.licence,
    first_seen_at: opportunity.provenance.firstSeenAt,
    last_checked_at: opportunity.provenance.lastCheckedAt,
    last_changed_at: opportunity.provenance.lastChangedAt,
  }
}

export const toRoundRows = (id: OpportunityId, { rounds, zone }: Deadline) =>
  rounds.map((round, position) => ({
    opportunity_id: id,
    position,
    opens_at: opensAt(round, zone),
    closes_at: closesAt(round, zone),
  }))

/** The moment after which no bid can be made; null when none is known. */
function openUntil({ kind, rounds, zone }: Deadline): Instant | null {
  if (kind === 'rolling' || kind === 'until_spent') return null
  const ends = rounds.map((round) => closesAt(round, zone))
  if (ends.length === 0 || ends.includes(null)) return null
  return ends.reduce(
    (latest, end) => (end !== null && (latest === null || end > latest) ? end : latest),
    null,
  )
}
