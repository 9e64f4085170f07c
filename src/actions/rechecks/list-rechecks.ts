import { instantOf } from '../../base/date.ts'
import { listNewestChecks } from '../../db/checks.ts'
import { listDoubted } from '../../db/doubted.ts'
import { listMistakes } from '../../db/mistakes.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import { listWholeSources } from '../../db/source-health.ts'
import { sureSince } from '../../domain/confidence.ts'
import type { Mistake } from '../../domain/mistake.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { type FreshnessOf, freshnessBy, upkeepOf } from './freshness.ts'

/** An opportunity that somebody should check. */
export interface Recheck {
  readonly opportunity: Opportunity
  readonly freshness: FreshnessOf
  /** Organisations that have it among their matches or called it a good match, without those that say it is not for them. */
  readonly followers: number
  /** Reports that wait, the longest first. */
  readonly mistakes: readonly Mistake[]
}

export interface RecheckQueue {
  /** Most pressing first, ties by id. */
  readonly items: readonly Recheck[]
  /** How many wait in all. */
  readonly total: number
}

/**
 * The open opportunities of which we are no longer sure, and all of which a mistake is reported, by
 * deadline × followers as `RECHECK` has it.
 *
 * @param limit - as many of the most pressing
 */
export async function listRechecks(
  { db, now, registry }: Pick<Runtime, 'db' | 'now' | 'registry'>,
  limit: number,
): Promise<RecheckQueue> {
  const moment = now()
  const whole = await listWholeSources(db)
  const since = (id: string) => sureSince(moment, upkeepOf({ registry }, whole, id))
  const known = new Set([...registry.sources.map(({ id }) => id), ...whole])
  const cutoffs = Object.fromEntries([...known].map((id) => [id, since(id)]))
  const doubted = await listDoubted(db, {
    now: instantOf(moment),
    sureSince: cutoffs,
    otherwise: since(''),
    limit,
  })
  const ids = doubted.items.map(({ id }) => id)
  const [opportunities, mistakes, checks] = await Promise.all([
    listOpportunitiesById(db, ids),
    listMistakes(db, ids),
    listNewestChecks(db, ids),
  ])
  const byId = new Map(opportunities.map((opportunity) => [opportunity.id, opportunity]))
  const items = doubted.items.flatMap(({ id, followers }) => {
    const opportunity = byId.get(id)
    if (!opportunity) return []
    const freshness = freshnessBy({ registry }, { checks, mistakes, whole }, opportunity)
    return { opportunity, followers, freshness, mistakes: mistakes.filter((it) => it.opportunityId === id) }
  })
  return { items, total: doubted.total }
}
