import { listNewestChecks } from '../../db/checks.ts'
import { listMistakes } from '../../db/mistakes.ts'
import { listWholeSources } from '../../db/source-health.ts'
import type { Freshness, Upkeep } from '../../domain/confidence.ts'
import type { Mistake } from '../../domain/mistake.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { Check } from '../../domain/recheck.ts'
import type { Runtime } from '../../runtime.ts'

export interface FreshnessOf extends Freshness {
  /** What a person found last; null when nobody has looked, or it was taken back. */
  readonly check: Check | null
}

/** What was found and reported of some opportunities, and which sources list everything. */
interface Findings {
  /** The newest check of each that stands. */
  readonly checks: ReadonlyMap<OpportunityId, Check>
  /** Those that wait. */
  readonly mistakes: readonly Mistake[]
  readonly whole: ReadonlySet<string>
}

/** Says how fresh what we know of each of those opportunities is. */
export type FindFreshness = (opportunity: Opportunity) => FreshnessOf

/** How fresh what we know of some opportunities is, with what people found and reported of the same calls elsewhere. */
export async function openFreshness(
  { db, registry }: Pick<Runtime, 'db' | 'registry'>,
  opportunities: readonly Opportunity[],
): Promise<FindFreshness> {
  const ids = opportunities.map(({ id }) => id)
  const [checks, mistakes, whole] = await Promise.all([
    listNewestChecks(db, ids),
    listMistakes(db, ids),
    listWholeSources(db),
  ])
  return (opportunity) => freshnessBy({ registry }, { checks, mistakes, whole }, opportunity)
}

/** The same of one. */
export const freshnessOf = async (
  runtime: Pick<Runtime, 'db' | 'registry'>,
  opportunity: Opportunity,
): Promise<FreshnessOf> => (await openFreshness(runtime, [opportunity]))(opportunity)

/** The same by what was read for many opportunities at once. */
export function freshnessBy(
  { registry }: Pick<Runtime, 'registry'>,
  { checks, mistakes, whole }: Findings,
  { id, provenance }: Opportunity,
): FreshnessOf {
  const check = checks.get(id) ?? null
  const { lastCheckedAt } = provenance
  return {
    ...upkeepOf({ registry }, whole, provenance.sourceId),
    lastCheckedAt: check !== null && check.checkedAt > lastCheckedAt ? check.checkedAt : lastCheckedAt,
    mistakes: mistakes.filter(({ opportunityId }) => opportunityId === id).length,
    check,
  }
}

/** How a source is kept up to date; nothing reads one that is switched off or no longer in the registry. */
export function upkeepOf(
  { registry }: Pick<Runtime, 'registry'>,
  whole: ReadonlySet<string>,
  sourceId: string,
): Upkeep {
  const source = registry.sources.find(({ id, enabled }) => id === sourceId && enabled)
  return { everyHours: source?.everyHours ?? null, listsEverything: whole.has(sourceId) }
}
