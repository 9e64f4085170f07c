import type { Instant } from '../base/date.ts'
import { byPlace, LIST_SIZE, type ListedMatch } from '../domain/match-list.ts'
import type { Opportunity, OpportunityId } from '../domain/opportunity.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import type { Database } from './database.ts'
import { isShownTo } from './feedback.ts'
import { isShown } from './merges.ts'
import { listOpportunitiesById } from './opportunities.ts'
import { cursorOf, keyOf, type PageOf, type PageRequest, pageOf } from './page.ts'

/** A match as it is stored: in its place, without its reasons. */
export interface StoredMatch extends ListedMatch {
  readonly opportunity: Opportunity
}

/**
 * What the organisation may be able to bid for at that moment and has not said is not for it, best first,
 * ties by opportunity id; `LIST_SIZE.shown` at most.
 */
export async function listMatches(
  db: Pick<Database, 'query'>,
  now: Instant,
  organisationId: OrganisationId,
  { after, limit }: PageRequest,
): Promise<PageOf<StoredMatch>> {
  const from = after === null ? null : placeOf(after)
  const listed = await listListed(db, now, organisationId)
  const rest = listed.filter((match) => from === null || byPlace(match, from) > 0).slice(0, limit + 1)
  const opportunities = await listOpportunitiesById(
    db,
    rest.slice(0, limit).map(({ opportunityId }) => opportunityId),
  )
  const byId = new Map(opportunities.map((opportunity) => [opportunity.id, opportunity]))
  const { items, ...page } = pageOf(
    rest,
    { limit, total: listed.length },
    (match) => ({ ...match, opportunity: byId.get(match.opportunityId) }),
    ({ units, opportunityId }) => cursorOf(units, opportunityId),
  )
  return {
    ...page,
    items: items.flatMap((it) => (it.opportunity ? [{ ...it, opportunity: it.opportunity }] : [])),
  }
}

/** Reads a cursor of a list by place. @throws AppError `invalid` */
export function placeOf(cursor: string) {
  const [units, id] = keyOf(cursor, ['number', 'string'])
  return { units: Number(units), opportunityId: String(id) as OpportunityId }
}

async function listListed(
  { query }: Pick<Database, 'query'>,
  now: Instant,
  organisationId: OrganisationId,
): Promise<ListedMatch[]> {
  const rows = await query
    .selectFrom('matches as m')
    .innerJoin('opportunities as o', 'o.id', 'm.opportunity_id')
    .select(['m.opportunity_id', 'm.units', 'm.verdict'])
    .where('m.organisation_id', '=', organisationId)
    // What has closed since it was judged is no match any more.
    .where('o.ended', 'is', null)
    .where((eb) => eb.or([eb('o.open_until', 'is', null), eb('o.open_until', '>', now)]))
    .where(isShown('o.id'))
    .where(isShownTo(organisationId))
    .orderBy('m.units', 'desc')
    .orderBy('m.opportunity_id')
    .limit(LIST_SIZE.shown)
    .execute()
  return rows.map(({ opportunity_id, units, verdict }) => ({
    opportunityId: opportunity_id as OpportunityId,
    units,
    verdict,
  }))
}
