import { dayOf, daysBetween, instantOf } from '../../base/date.ts'
import { type Doubted, listDoubted } from '../../db/doubted.ts'
import { listMistakes } from '../../db/mistakes.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import { listWholeSources } from '../../db/source-health.ts'
import { sureSince } from '../../domain/confidence.ts'
import type { Mistake } from '../../domain/mistake.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { recheckPriority } from '../../domain/recheck.ts'
import type { Runtime } from '../../runtime.ts'
import { type FreshnessOf, freshnessOf, upkeepOf } from './freshness.ts'

/** An opportunity that somebody should check. */
export interface Recheck {
  readonly opportunity: Opportunity
  readonly freshness: FreshnessOf
  /** Organisations that have it among their matches or called it a good match. */
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
 * deadline × followers as `recheckPriority` has it.
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
  const doubted = await listDoubted(db, instantOf(moment), cutoffs, since(''))
  const order = byPriority(moment, doubted).slice(0, limit)
  const ids = order.map(({ id }) => id)
  const [opportunities, mistakes] = await Promise.all([listOpportunitiesById(db, ids), listMistakes(db, ids)])
  const items = await Promise.all(
    order.flatMap(({ id, followers }) =>
      opportunities
        .filter((opportunity) => opportunity.id === id)
        .map(async (opportunity) => ({
          opportunity,
          followers,
          freshness: await freshnessOf({ db, registry }, opportunity),
          mistakes: mistakes.filter(({ opportunityId }) => opportunityId === id),
        })),
    ),
  )
  return { items, total: doubted.length }
}

function byPriority(now: Date, doubted: readonly Doubted[]): readonly Doubted[] {
  const today = dayOf(now)
  const daysLeft = ({ closesAt }: Doubted) =>
    closesAt === null ? null : Math.max(0, daysBetween(today, dayOf(closesAt)))
  return doubted
    .map((item) => ({ item, priority: recheckPriority({ ...item, daysLeft: daysLeft(item) }) }))
    .toSorted((a, b) => b.priority - a.priority)
    .map(({ item }) => item)
}
