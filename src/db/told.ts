import { sql } from 'kysely'
import type { Told } from '../domain/digest.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import type { Database } from './database.ts'
import { shownFor } from './merges.ts'

type Lent = Pick<Database, 'query'>

/**
 * Everything that the organisation has been told, in no order. What it was told of an opportunity that another now
 * stands for, it was told of that other too, as that was when it came to stand for it. The same goes for two that
 * are surely the same and wait only because others are in doubt: as it was when it was told of the one and both were
 * known to be so.
 */
export async function listTold(db: Lent, organisationId: OrganisationId): Promise<Told[]> {
  const rows = await toldOf(db, organisationId)
    .unionAll(toldThroughMerges(db, organisationId))
    .unionAll(toldThroughPairs(db, organisationId))
    .execute()
  return rows.map(({ opportunity_id, ...rest }) => ({
    organisationId,
    opportunityId: opportunity_id as OpportunityId,
    ...rest,
  }))
}

const toldOf = ({ query }: Lent, organisationId: OrganisationId) =>
  query
    .selectFrom('digest_items')
    .select(['opportunity_id', 'kind', 'about', 'version'])
    .where('organisation_id', '=', organisationId)

const toldThroughMerges = ({ query }: Lent, organisationId: OrganisationId) =>
  query
    .selectFrom('digest_items as d')
    .innerJoin('merges as m', 'm.absorbed_id', 'd.opportunity_id')
    .select(['m.kept_id as opportunity_id', 'd.kind', 'd.about', 'm.kept_version as version'])
    .where('d.organisation_id', '=', organisationId)
    // A change is one of a version of its own.
    .where('d.kind', '<>', 'changed')

/** Begins with the pairs, since few wait that are surely the same. */
const toldThroughPairs = ({ query }: Lent, organisationId: OrganisationId) =>
  query
    .selectFrom(waitingPairs.as('e'))
    .innerJoin('digest_items as d', (join) =>
      join.on('d.organisation_id', '=', organisationId).onRef('d.opportunity_id', '=', 'e.one'),
    )
    .innerJoin('digests as g', 'g.id', 'd.digest_id')
    .select(['e.other as opportunity_id', 'd.kind', 'd.about'])
    .select(
      sql<number>`coalesce((SELECT max(v.version) FROM opportunity_versions v
        WHERE v.opportunity_id = e.other AND v.seen_at <= max(e.found_at, g.created_at)), 1)`.as('version'),
    )
    .where('d.kind', '<>', 'changed')

/** Either of two that are surely the same and wait, with all for which it stands, and what is shown for the other. */
const waitingPairs = sql<{ one: string; other: string; found_at: string }>`(
  WITH two AS (
    SELECT ${shownFor('first_id')} AS one, ${shownFor('second_id')} AS other, found_at
    FROM duplicate_pairs WHERE state = 'waiting' AND found = 'same'
    UNION SELECT ${shownFor('second_id')}, ${shownFor('first_id')}, found_at
    FROM duplicate_pairs WHERE state = 'waiting' AND found = 'same')
  SELECT one, other, found_at FROM two
  UNION ALL SELECT m.absorbed_id, other, found_at FROM two JOIN merges m ON m.kept_id = two.one)`
