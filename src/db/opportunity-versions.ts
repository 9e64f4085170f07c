import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import { messageOf } from '../base/errors.ts'
import { funderIdOf } from '../domain/funder.ts'
import type { Opportunity, OpportunityContent, OpportunityId } from '../domain/opportunity.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'
import { isShownTo } from './feedback.ts'
import { isShown } from './merges.ts'
import { contentJson, parseContent, toOpportunity, toRoundRows, toRow } from './opportunity-rows.ts'
import { putOrgNames } from './org-names.ts'

export interface VersionNote {
  readonly version: number
  /** Names of the fields of the content that changed; empty for the first version. */
  readonly changed: readonly string[]
  readonly seenAt: Instant
}

/** Newest first. */
export async function listVersions(
  { query }: Pick<Database, 'query'>,
  id: OpportunityId,
): Promise<VersionNote[]> {
  const rows = await query
    .selectFrom('opportunity_versions')
    .select(['version', 'changed', 'seen_at'])
    .where('opportunity_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    changed: JSON.parse(row.changed),
    seenAt: row.seen_at as Instant,
  }))
}

/** An opportunity that has changed in a way that matters since a version that somebody was told. */
export interface ChangedSince {
  readonly opportunity: Opportunity
  /** What it said then. */
  readonly before: OpportunityContent
}

/**
 * Those of the opportunities that have changed so, in no order, but for what is not shown and what the
 * organisation has said is not for it.
 */
export async function listChangedSince(
  { query }: Pick<Database, 'query'>,
  organisationId: OrganisationId,
  told: ReadonlyMap<OpportunityId, number>,
): Promise<ChangedSince[]> {
  const versions = JSON.stringify(Object.fromEntries(told))
  const rows = await query
    .selectFrom('opportunities as o')
    .innerJoin('opportunity_versions as v', 'v.opportunity_id', 'o.id')
    .innerJoin(sql<{ key: string; value: number }>`json_each(${versions})`.as('told'), (join) =>
      join.onRef('told.key', '=', 'o.id').onRef('told.value', '=', 'v.version'),
    )
    .selectAll('o')
    .select('v.content as content_before')
    .whereRef('o.material_version', '>', 'told.value')
    .where(isShown('o.id'))
    .where(isShownTo(organisationId))
    .execute()
  return rows.map((row) => ({ opportunity: toOpportunity(row), before: parseContent(row.content_before) }))
}

/** A version of an opportunity to store, new or changed. */
export interface NewVersion {
  readonly opportunity: Opportunity
  /** Names of the fields that differ from the version before; empty for the first. */
  readonly changed: readonly string[]
  readonly revision: string
}

/**
 * Stores versions of opportunities with their history: one version of each, whatever their number few statements.
 * The commit fails, as `isOvertaken` tells, when somebody else has stored one of these versions in between.
 */
export function putOpportunities(db: Pick<Database, 'query'>, versions: readonly NewVersion[]): Statement[] {
  if (versions.length === 0) return []
  const funders = new Map(
    versions.map(({ opportunity }) => [funderIdOf(opportunity.funder), opportunity.funder]),
  )
  const rows = versions.map(({ opportunity }) => toRow(opportunity, funderIdOf(opportunity.funder)))
  const ids = JSON.stringify(rows.map(({ id }) => id))
  return [
    ...insertMany(
      db,
      'funders',
      [...funders].map(([id, { name, orgId }]) => ({ id, name, org_id: orgId })),
      { key: ['id'] },
    ),
    ...putOrgNames(
      db,
      [...funders.values()].map(({ name, orgId }) => ({ name, orgIds: [orgId] })),
    ),
    ...insertMany(db, 'opportunities', rows, {
      key: ['id'],
      update: Object.keys(rows[0] ?? {}).filter((column) => column !== 'id'),
    }),
    db.query
      .deleteFrom('opportunity_rounds')
      .where(sql<SqlBool>`opportunity_id IN (SELECT value FROM json_each(${ids}))`),
    ...insertMany(
      db,
      'opportunity_rounds',
      versions.flatMap(({ opportunity }) => toRoundRows(opportunity.id, opportunity.deadline)),
      { key: ['opportunity_id', 'position'] },
    ),
    ...insertMany(
      db,
      'opportunity_versions',
      versions.map(({ opportunity, changed, revision }) => ({
        opportunity_id: opportunity.id,
        version: opportunity.version,
        content: contentJson(opportunity),
        changed: JSON.stringify(changed),
        revision,
        seen_at: opportunity.provenance.lastChangedAt,
      })),
      { key: [] },
    ),
  ]
}

/** Whether a commit failed because another version of an opportunity had been stored since it was read. */
export const isOvertaken = (error: unknown): boolean =>
  messageOf(error).includes('UNIQUE constraint failed: opportunity_versions')
