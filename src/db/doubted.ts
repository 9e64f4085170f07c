import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import type { Database } from './database.ts'
import { isShown } from './merges.ts'
import { hasStatus } from './opportunities.ts'

/** An opportunity that somebody should check, with what decides how soon. */
export interface Doubted {
  readonly id: OpportunityId
  /** The end of its current round; null when that has no known end. */
  readonly closesAt: Instant | null
  /** Organisations that have it among their matches or called it a good match. */
  readonly followers: number
  /** Reports of a mistake that wait. */
  readonly mistakes: number
}

/**
 * The opportunities that are open at that moment and were last checked, by their source or a person,
 * before the moment that is given for their source, and all of which a mistake is reported; by id.
 *
 * @param sureSince - that moment by source; `otherwise` for those of any other
 */
export async function listDoubted(
  { query }: Pick<Database, 'query'>,
  now: Instant,
  sureSince: Readonly<Record<string, Instant>>,
  otherwise: Instant,
): Promise<Doubted[]> {
  const checked = sql`max(last_checked_at, coalesce((SELECT max(checked_at) FROM checks
    WHERE checks.opportunity_id = opportunities.id AND undone_at IS NULL), ''))`
  const since = sql`coalesce((SELECT value FROM json_each(${JSON.stringify(sureSince)})
    WHERE key = opportunities.source_id), ${otherwise})`
  const mistakes = sql<number>`(SELECT count(*) FROM mistakes
    WHERE mistakes.opportunity_id = opportunities.id AND settled_at IS NULL)`
  const closes = sql<string | null>`(SELECT min(closes_at) FROM opportunity_rounds r
    WHERE r.opportunity_id = opportunities.id AND r.closes_at > ${now})`
  const rows = await query
    .with('followed', (db) =>
      db
        .selectFrom('matches')
        .select(['opportunity_id', 'organisation_id'])
        .union(
          db
            .selectFrom('feedback')
            .select(['opportunity_id', 'organisation_id'])
            .where('verdict', '=', 'good_match')
            .where('withdrawn_at', 'is', null),
        ),
    )
    .with('followers', (db) =>
      db
        .selectFrom('followed')
        .select(({ fn }) => ['opportunity_id', fn.countAll<number>().as('n')])
        .groupBy('opportunity_id'),
    )
    .selectFrom('opportunities')
    .leftJoin('followers', 'followers.opportunity_id', 'opportunities.id')
    .select(['opportunities.id', 'followers.n as followers'])
    .select([mistakes.as('mistakes'), closes.as('closes_at')])
    // One that is hidden behind another is checked as that one, but no report is lost, whatever it is on.
    .where(
      sql<SqlBool>`((${hasStatus(now, 'open')} AND ${checked} < ${since} AND ${isShown('opportunities.id')})
        OR ${mistakes} > 0)`,
    )
    .orderBy('opportunities.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as OpportunityId,
    closesAt: row.closes_at as Instant | null,
    followers: row.followers ?? 0,
    mistakes: row.mistakes,
  }))
}
