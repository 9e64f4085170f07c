import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { Opportunity, OpportunityId, OpportunityKind, OpportunityStatus } from '../domain/opportunity.ts'
import type { Database } from './database.ts'
import { isShown, mergeChanges } from './merges.ts'
import { toOpportunity } from './opportunity-rows.ts'
import { cursorOf, keyOf, type PageOf, type PageRequest, pageOf } from './page.ts'

export async function findOpportunity(
  { query }: Pick<Database, 'query'>,
  id: OpportunityId,
): Promise<Opportunity | undefined> {
  const row = await query.selectFrom('opportunities').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toOpportunity(row)
}

/** Those of the ids that exist, in no order. */
export async function listOpportunitiesById(
  { query }: Pick<Database, 'query'>,
  ids: readonly OpportunityId[],
): Promise<Opportunity[]> {
  const rows = await query
    .selectFrom('opportunities')
    .selectAll()
    .where(sql<SqlBool>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
  return rows.map(toOpportunity)
}

/** Those whose link is one of these, the one seen first before others; the links are compared as they stand. */
export async function listOpportunitiesByLink(
  { query }: Pick<Database, 'query'>,
  links: readonly string[],
): Promise<Opportunity[]> {
  const rows = await query
    .selectFrom('opportunities')
    .selectAll()
    .where(
      sql<SqlBool>`json_extract(content, '$.url') IN (SELECT value FROM json_each(${JSON.stringify(links)}))`,
    )
    .orderBy('first_seen_at')
    .orderBy('id')
    .execute()
  return rows.map(toOpportunity)
}

/**
 * Changes whenever any opportunity is added, says something else, or is hidden or shown: versions only rise, and
 * nothing is deleted.
 */
export async function editionOfOpportunities({ query }: Pick<Database, 'query'>): Promise<string> {
  const { n, versions, merges } = await query
    .selectFrom('opportunities')
    .select(({ fn }) => [
      fn.countAll<number>().as('n'),
      fn.sum<number | null>('version').as('versions'),
      mergeChanges.as('merges'),
    ])
    .executeTakeFirstOrThrow()
  return `${n} ${versions} ${merges}`
}

export interface OpportunitySearch {
  readonly status: OpportunityStatus | 'any'
  /** Null for every kind. */
  readonly kind: OpportunityKind | null
  /** Of any of these funders, by our own ids; of every funder when left out. */
  readonly funderIds?: readonly string[] | undefined
}

/** Sorts after every instant: calls without a known end come last. */
const NEVER = '9999'

/** Opportunities of that status at that moment that are shown, soonest deadline first, those without one last; ties by id. */
export async function listOpportunities(
  { query }: Pick<Database, 'query'>,
  now: Instant,
  { status, kind, funderIds }: OpportunitySearch,
  { after, limit }: PageRequest,
): Promise<PageOf<Opportunity>> {
  const closes = sql<string>`coalesce((SELECT min(closes_at) FROM opportunity_rounds r
    WHERE r.opportunity_id = opportunities.id AND r.closes_at > ${now}), ${NEVER})`
  let found = query.selectFrom('opportunities').where(isShown('opportunities.id'))
  if (status !== 'any') found = found.where(hasStatus(now, status))
  if (kind !== null) found = found.where('kind', '=', kind)
  if (funderIds !== undefined) {
    const ids = JSON.stringify(funderIds)
    found = found.where(sql<SqlBool>`funder_id IN (SELECT value FROM json_each(${ids}))`)
  }

  let page = found.selectAll().select(closes.as('next_closes_at')).orderBy('next_closes_at').orderBy('id')
  if (after !== null) {
    const [closesAt = '', id = ''] = keyOf(after, ['string', 'string'])
    page = page.where(sql<SqlBool>`(${closes}, id) > (${closesAt}, ${id})`)
  }
  const rows = await page.limit(limit + 1).execute()
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return pageOf(rows, { limit, total }, toOpportunity, (row) => cursorOf(row.next_closes_at, row.id))
}

/** Every opportunity that is shown and takes bids at that moment or is announced, by id: what matching reads. */
export async function listCurrentOpportunities(
  { query }: Pick<Database, 'query'>,
  now: Instant,
): Promise<Opportunity[]> {
  const rows = await query
    .selectFrom('opportunities')
    .selectAll()
    .where(sql<SqlBool>`(${hasStatus(now, 'open')} OR ${hasStatus(now, 'forecast')})`)
    .where(isShown('opportunities.id'))
    .orderBy('id')
    .execute()
  return rows.map(toOpportunity)
}

/** How many opportunities each source has that take bids at that moment. @param only - the id of one source; null for all */
export async function countOpenBySource(
  { query }: Pick<Database, 'query'>,
  now: Instant,
  only: string | null = null,
): Promise<ReadonlyMap<string, number>> {
  let open = query.selectFrom('opportunities').where(hasStatus(now, 'open'))
  if (only !== null) open = open.where('source_id', '=', only)
  const rows = await open
    .select(({ fn }) => ['source_id', fn.countAll<number>().as('n')])
    .groupBy('source_id')
    .execute()
  return new Map(rows.map(({ source_id, n }) => [source_id, n]))
}

/** The same judgement as `statusAt` of the domain, in SQL; a test holds the two together. */
export function hasStatus(now: Instant, status: OpportunityStatus) {
  // Null both when the current round has begun at an unknown time and when there is no current round.
  const opens = sql<string | null>`(SELECT opens_at FROM opportunity_rounds r
    WHERE r.opportunity_id = opportunities.id AND (r.closes_at IS NULL OR r.closes_at > ${now})
    ORDER BY position LIMIT 1)`
  const running = sql<SqlBool>`ended IS NULL AND (open_until IS NULL OR open_until > ${now})`
  const begun = sql<SqlBool>`forecast = 0 AND coalesce(${opens}, '') <= ${now}`
  const conditions: Record<OpportunityStatus, ReturnType<typeof sql<SqlBool>>> = {
    withdrawn: sql<SqlBool>`ended = 'withdrawn'`,
    closed: sql<SqlBool>`(ended IN ('awarded', 'closed_early') OR (ended IS NULL AND open_until <= ${now}))`,
    open: sql<SqlBool>`(${running} AND ${begun})`,
    forecast: sql<SqlBool>`(${running} AND NOT (${begun}))`,
  }
  return conditions[status]
}
