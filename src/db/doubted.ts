import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import { RECHECK } from '../domain/recheck.ts'
import type { Database } from './database.ts'
import { isShown, withAbsorbed } from './merges.ts'
import { hasStatus } from './opportunities.ts'

/** An opportunity that somebody should check. */
interface Doubted {
  readonly id: OpportunityId
  /** Organisations that have it among their matches or called it a good match, and did not say that it is not for them. */
  readonly followers: number
}

interface Asked {
  readonly now: Instant
  /** By source, the moment before which a check is too long ago. */
  readonly sureSince: Readonly<Record<string, Instant>>
  /** That moment for every other source. */
  readonly otherwise: Instant
  /** At least 1. */
  readonly limit: number
}

/**
 * The opportunities that are open and were last checked, by their source or a person, too long ago, and all
 * of which a mistake is reported.
 *
 * @returns the most pressing first, as `RECHECK` has it, ties by id, and how many there are in all
 */
export async function listDoubted(
  { query }: Pick<Database, 'query'>,
  { now, sureSince, otherwise, limit }: Asked,
): Promise<{ readonly items: readonly Doubted[]; readonly total: number }> {
  const checked = sql`max(last_checked_at, coalesce((SELECT max(checked_at) FROM checks
    WHERE checks.opportunity_id IN ${withAbsorbed('opportunities.id')} AND undone_at IS NULL), ''))`
  const since = sql`coalesce((SELECT value FROM json_each(${JSON.stringify(sureSince)})
    WHERE key = opportunities.source_id), ${otherwise})`
  const isMistaken = sql<SqlBool>`EXISTS (SELECT 1 FROM mistakes
    WHERE mistakes.opportunity_id IN ${withAbsorbed('opportunities.id')} AND settled_at IS NULL)`
  const rows = await query
    .with('followers', (db) =>
      db
        .selectFrom(followed({ query }))
        .select(({ fn }) => ['opportunity_id', fn.countAll<number>().as('n')])
        .groupBy('opportunity_id'),
    )
    .selectFrom('opportunities')
    .leftJoin('followers', 'followers.opportunity_id', 'opportunities.id')
    .select(['opportunities.id', 'followers.n as followers', sql<number>`count(*) OVER ()`.as('total')])
    // One that is hidden behind another is checked as that one, and what is reported of it is of that one.
    .where(isShown('opportunities.id'))
    .where(sql<SqlBool>`((${hasStatus(now, 'open')} AND ${checked} < ${since}) OR ${isMistaken})`)
    .orderBy(
      sql`${urgency(now)} * (1 + coalesce(followers.n, 0)) * iif(${isMistaken}, ${RECHECK.mistaken}, 1)`,
      'desc',
    )
    .orderBy('opportunities.id')
    .limit(limit)
    .execute()
  return {
    items: rows.map(({ id, followers }) => ({ id: id as OpportunityId, followers: followers ?? 0 })),
    total: rows[0]?.total ?? 0,
  }
}

/** Every organisation with each opportunity that it follows: its word counts for one that has taken another's place too. */
const followed = ({ query }: Pick<Database, 'query'>) => {
  const said = (verdict: 'good_match' | 'not_for_us') =>
    query
      .selectFrom('feedback_now')
      .select(['opportunity_id', 'organisation_id'])
      .where('verdict', '=', verdict)
  return query
    .selectFrom('matches')
    .select(['opportunity_id', 'organisation_id'])
    .union(said('good_match'))
    .except(said('not_for_us'))
    .as('followed')
}

/** How soon its current round ends: 1 now, half that in a fortnight. */
const urgency = (now: Instant) => {
  const closes = sql`(SELECT min(closes_at) FROM opportunity_rounds r
    WHERE r.opportunity_id = opportunities.id AND r.closes_at > ${now})`
  const { halfUrgentDays: half, urgencyWithoutEnd } = RECHECK
  return sql`coalesce(${half} / (${half} + julianday(${closes}) - julianday(${now})), ${urgencyWithoutEnd})`
}
