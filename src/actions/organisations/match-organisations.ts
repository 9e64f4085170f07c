import type { Facts } from '../../base/log.ts'
import { listFeedbackOf } from '../../db/feedback.ts'
import { type ListChange, listListsDue, putLists, rowsToWrite } from '../../db/match-lists.ts'
import { countOrganisations } from '../../db/organisations-due.ts'
import { LIST_SIZE } from '../../domain/match-list.ts'
import type { UpdatedList } from '../../matching/lists/update-lists.ts'
import type { Runtime } from '../../runtime.ts'
import { startMatchRun } from '../matching/start-match-run.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'progress' | 'budget' | 'stopping'>

/** Organisations whose lists go to the database in one commit, and statements that a batch costs at most. */
const BATCH = 100
const STATEMENTS = 7

/**
 * Brings the list of every organisation up to now, those of the earliest run first. Only what has changed
 * since its own run is judged for it, and only the difference is written. When its budget runs out the
 * next run goes on with the rest.
 *
 * @returns how many lists were made afresh (`full`), carried on (`incremental`) or had nothing to carry on
 *   (`unchanged`), and how many rows were written and removed
 */
export async function matchOrganisations(
  runtime: Lent,
  { batch = BATCH, size = LIST_SIZE } = {},
): Promise<Facts> {
  const { db, now, progress, budget, stopping } = runtime
  const started = now().getTime()
  const { run, opportunities, changed, update, ...begun } = await startMatchRun(runtime, size)
  const total = await countOrganisations(db)
  const counts = { ...NOTHING, opportunities: opportunities.length, changed }
  let statements = begun.statements
  const isSpent = () =>
    stopping.aborted || now().getTime() - started > budget.ms || statements + STATEMENTS > budget.statements
  while (!isSpent()) {
    const due = await listListsDue(db, run.run, batch)
    if (due.length === 0) break
    const said = await listFeedbackOf(
      db,
      due.map(({ organisation }) => organisation.id),
    )
    const updated = due.map((before) => {
      const past = { run: before.state.run, floor: before.state.floor, matches: before.matches }
      return { before, ...update(before.organisation, past, said.get(before.organisation.id) ?? []) }
    })
    const changes = updated.map(({ before, list }) => ({ before, after: list }))
    const writes = putLists(db, run, changes)
    await db.commit(writes)
    statements += 3 + writes.length
    count(counts, updated, changes)
    progress('Matching', counts.organisations, total)
  }
  return counts
}

const NOTHING = {
  opportunities: 0,
  changed: 0,
  organisations: 0,
  full: 0,
  incremental: 0,
  unchanged: 0,
  written: 0,
  removed: 0,
  eligible: 0,
  unclear: 0,
}

function count(
  counts: typeof NOTHING,
  updated: readonly UpdatedList[],
  changes: readonly ListChange[],
): void {
  counts.organisations += updated.length
  for (const { how, list } of updated) {
    counts[how] += 1
    for (const { verdict } of list.matches) counts[verdict] += 1
  }
  for (const { put, gone } of changes.map(rowsToWrite)) {
    counts.written += put.length
    counts.removed += gone.length
  }
}
