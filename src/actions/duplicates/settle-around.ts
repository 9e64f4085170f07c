import { type Instant, instantOf } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { type Settled, settle } from '../../catalogue/duplicates/settle.ts'
import type { Statement } from '../../db/database.ts'
import { listJoined, listPairsOf, putStates } from '../../db/duplicate-pairs.ts'
import { changeMerges, listMerges } from '../../db/merges.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import type { DuplicatePair } from '../../domain/duplicate.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'

/** What is to be written, and what it does. */
interface Settling {
  readonly statements: readonly Statement[]
  /** Opportunities that come to be hidden, or to stand behind another than before. */
  readonly hidden: number
  /** Opportunities that are shown again. */
  readonly shown: number
}

/**
 * Works out anew which of those opportunities, and of all that pairs join to them, are one call.
 *
 * @param decided - a pair as a person has just decided it; null when nobody did
 * @throws AppError `conflict` when that would make two one that a person keeps apart
 */
export async function settleAround(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  ids: readonly OpportunityId[],
  decided: DuplicatePair | null = null,
): Promise<Settling> {
  const moment = now()
  const joined = await listJoined(db, ids)
  const records = await listOpportunitiesById(db, joined)
  const before = pairsAmong(await listPairsOf(db, joined), new Set(joined), decided)
  const after = settle(moment, records, before)
  if (decided !== null) refuseClash(after, before)
  const at = instantOf(moment)
  const merges = await changesOf(db, records, after)
  const states = new Map(before.map((pair) => [nameOf(pair), pair.state]))
  const changed = after.pairs.filter((pair) => states.get(nameOf(pair)) !== pair.state)
  return {
    statements: [
      ...putStates(
        db,
        changed.map((pair) => datedAt(at, pair)),
      ),
      ...changeMerges(db, at, merges.put, merges.gone),
    ],
    hidden: merges.put.length,
    shown: merges.gone.length,
  }
}

/** Pairs whose two are both here, with the one that was just decided in the place of what it was. */
function pairsAmong(
  pairs: readonly DuplicatePair[],
  ids: ReadonlySet<OpportunityId>,
  decided: DuplicatePair | null,
): DuplicatePair[] {
  const isDecided = ({ first, second }: DuplicatePair) =>
    first === decided?.first && second === decided.second
  const others = pairs.filter((pair) => ids.has(pair.first) && ids.has(pair.second) && !isDecided(pair))
  return decided === null ? others : [...others, decided]
}

const nameOf = ({ first, second }: DuplicatePair): string => `${first} ${second}`

function refuseClash({ merges }: Settled, pairs: readonly DuplicatePair[]): void {
  const kept = new Map(merges.map((merge) => [merge.absorbed, merge.kept]))
  const shownFor = (id: OpportunityId) => kept.get(id) ?? id
  const clash = pairs.some(
    ({ first, second, state }) => state === 'kept_apart' && shownFor(first) === shownFor(second),
  )
  if (!clash) return
  throw new AppError(
    'conflict',
    'These two are joined by other decisions, and one decision keeps them apart. Undo one of those first',
  )
}

async function changesOf(
  db: Runtime['db'],
  records: readonly Opportunity[],
  { merges }: Settled,
): Promise<{
  put: { absorbed: OpportunityId; kept: OpportunityId; keptVersion: number }[]
  gone: OpportunityId[]
}> {
  const before = await listMerges(
    db,
    records.map(({ id }) => id),
  )
  const keptBefore = new Map(before.map(({ absorbed, kept }) => [absorbed, kept]))
  const absorbed = new Set(merges.map((merge) => merge.absorbed))
  const versions = new Map(records.map(({ id, version }) => [id, version]))
  return {
    put: merges
      .filter((merge) => keptBefore.get(merge.absorbed) !== merge.kept)
      .map((merge) => ({ ...merge, keptVersion: versions.get(merge.kept) ?? 1 })),
    gone: before.filter((merge) => !absorbed.has(merge.absorbed)).map((merge) => merge.absorbed),
  }
}

const datedAt = (at: Instant, pair: DuplicatePair): DuplicatePair => ({
  ...pair,
  decidedAt: pair.state === 'waiting' ? null : at,
})
