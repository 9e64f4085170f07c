import { instantOf } from '../../base/date.ts'
import type { Facts } from '../../base/log.ts'
import { blockKeys } from '../../catalogue/duplicates/block-keys.ts'
import { comparableOf } from '../../catalogue/duplicates/comparable.ts'
import { COMPARER } from '../../catalogue/duplicates/thresholds.ts'
import {
  listComparedOver,
  listUncompared,
  putCompared,
  putKeys,
  removeKeys,
} from '../../db/duplicate-keys.ts'
import { putFound, removePairs } from '../../db/duplicate-pairs.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import { listOutlived, listUnsettled } from '../../db/unsettled.ts'
import type { Runtime } from '../../runtime.ts'
import { comparePairs } from './compare-pairs.ts'
import { settleAround } from './settle-around.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'budget' | 'stopping' | 'progress'>

/** Opportunities that are compared at a time. */
const BATCH = 50
/** So many are taken out of the file at a time. */
const MOST_OVER = 1_000
/** Statements of one batch, at most: the others are read in parts of 100. */
const STATEMENTS = 40

/**
 * Compares every opportunity that is new, or has changed since it was last compared, with those that may be the
 * same call of another source, and shows one of those that surely are. Each batch is written before it counts as
 * compared, so what a crash or a spent budget leaves behind is taken up by the next run.
 *
 * @returns how many were compared, how many pairs are found to be the same or may be, and how many opportunities
 *   came to be hidden behind another or are shown again
 */
export async function findDuplicates(runtime: Lent): Promise<Facts> {
  const { db, now, progress } = runtime
  const counts = { compared: 0, same: 0, maybe: 0, hidden: 0, shown: 0 }
  await forgetOver(runtime)
  await renew(runtime, counts)
  const isSpent = spending(runtime)
  for (let after = ''; !isSpent(); ) {
    const ids = await listUncompared(db, instantOf(now()), COMPARER, { after, limit: BATCH })
    const last = ids.at(-1)
    if (last === undefined) break
    after = last
    const opportunities = await listOpportunitiesById(db, ids)
    const comparables = opportunities.map(comparableOf)
    await db.commit(putKeys(db, new Map(comparables.map((it) => [it.id, blockKeys(it)]))))
    const { found, gone } = await comparePairs({ db, now }, comparables)
    await db.commit([...putFound(db, found), ...removePairs(db, gone)])
    const settling = await settleAround({ db, now }, touchedBy(ids, found))
    await db.commit([...settling.statements, ...putCompared(db, COMPARER, opportunities)])
    counts.compared += ids.length
    counts.same += found.filter((pair) => pair.found === 'same').length
    counts.maybe += found.filter((pair) => pair.found === 'maybe').length
    counts.hidden += settling.hidden
    counts.shown += settling.shown
    progress('Comparing', counts.compared, null)
  }
  return counts
}

/** What may only be the same joins nothing, so what it is paired with need not be read. */
const touchedBy = (
  ids: Parameters<typeof settleAround>[1],
  found: Awaited<ReturnType<typeof comparePairs>>['found'],
) => [
  ...new Set([...ids, ...found.flatMap((pair) => (pair.found === 'same' ? [pair.first, pair.second] : []))]),
]

async function forgetOver({ db, now }: Lent): Promise<void> {
  const over = await listComparedOver(db, instantOf(now()), MOST_OVER)
  if (over.length > 0) await db.commit(removeKeys(db, over))
}

/** What stands for others may have closed since, or one of them opened before it; and what is shown may not be what was decided. */
async function renew({ db, now }: Lent, counts: { hidden: number; shown: number }): Promise<void> {
  const ids = [...new Set([...(await listOutlived(db, instantOf(now()))), ...(await listUnsettled(db))])]
  for (let at = 0; at < ids.length; at += BATCH) {
    const settling = await settleAround({ db, now }, ids.slice(at, at + BATCH))
    await db.commit(settling.statements)
    counts.hidden += settling.hidden
    counts.shown += settling.shown
  }
}

/** Says, each time that it is asked, whether another batch is more than the budget has left. */
function spending({ now, budget, stopping }: Lent): () => boolean {
  const started = now().getTime()
  let statements = STATEMENTS
  return () => {
    statements += STATEMENTS
    return stopping.aborted || statements > budget.statements || now().getTime() - started > budget.ms
  }
}
