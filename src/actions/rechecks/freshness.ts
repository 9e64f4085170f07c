import { listNewestChecks } from '../../db/checks.ts'
import { listMistakes } from '../../db/mistakes.ts'
import { listWholeSources } from '../../db/source-health.ts'
import type { Freshness, Upkeep } from '../../domain/confidence.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Check } from '../../domain/recheck.ts'
import type { Runtime } from '../../runtime.ts'

export interface FreshnessOf extends Freshness {
  /** What a person found last; null when nobody has looked, or it was taken back. */
  readonly check: Check | null
}

/** How fresh what we know of an opportunity is, with what people found and reported of the same call elsewhere. */
export async function freshnessOf(
  { db, registry }: Pick<Runtime, 'db' | 'registry'>,
  { id, provenance }: Opportunity,
): Promise<FreshnessOf> {
  const [[check = null], mistakes, whole] = await Promise.all([
    listNewestChecks(db, id),
    listMistakes(db, [id]),
    listWholeSources(db),
  ])
  const { lastCheckedAt } = provenance
  return {
    ...upkeepOf({ registry }, whole, provenance.sourceId),
    lastCheckedAt: check !== null && check.checkedAt > lastCheckedAt ? check.checkedAt : lastCheckedAt,
    mistakes: mistakes.length,
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
