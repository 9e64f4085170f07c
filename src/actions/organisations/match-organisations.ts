import type { Facts } from '../../base/log.ts'
import { listFeedbackOf } from '../../db/feedback.ts'
import {
  type ListChange,
  listListsDue,
  putLists,
  rowsToWrite,
  type StoredList,
} from '../../db/match-lists.ts'
import { countOrganisations } from '../../db/organisations-due.ts'
import { LIST_SIZE } from '../../domain/match-list.ts'
import type { MadeList } from '../../matching/lists/make-lists.ts'
import type { DueList } from '../../matching/lists/update-lists.ts'
import type { Runtime } from '../../runtime.ts'
import { startMatchRun } from '../matching/start-match-run.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'progress' | 'budget' | 'stopping' | 'rankTogether'>

/** Organisations whose lists go to the database in one commit, where they are ranked one by one and together. */
const BATCH = { alone: 100, together: 2_000 }

/** Statements that a batch costs, at most but for very long lists. */
const READS = 3
const WRITES = 4

/**
 * Brings the list of every organisation up to now, those of the earliest run first. Only what has changed
 * since its own run is judged for it, and only the difference is written. When its budget runs out the
 * next run goes on with the rest. A batch is written while the next is ranked.
 *
 * @returns how many lists were made afresh (`full`), carried on (`incremental`) or had nothing to carry on
 *   (`unchanged`), and how many rows were written and removed
 */
export async function matchOrganisations(
  runtime: Lent,
  { batch = runtime.rankTogether ? BATCH.together : BATCH.alone, size = LIST_SIZE } = {},
): Promise<Facts> {
  const { db, now, progress, budget, stopping } = runtime
  const started = now().getTime()
  const { run, opportunities, changed, lists, ...begun } = await startMatchRun(runtime, size)
  const total = await countOrganisations(db)
  const counts = { ...NOTHING, opportunities: opportunities.length, changed }
  let statements = begun.statements
  const isSpent = (unwritten: number) =>
    stopping.aborted ||
    now().getTime() - started > budget.ms ||
    statements + READS + (unwritten > 0 ? 2 : 1) * WRITES > budget.statements
  const write = async (made: readonly Made[]) => {
    if (made.length === 0) return
    const changes = made.map(({ due: { before }, list }) => ({ before, after: list }))
    const writes = putLists(db, run, changes)
    await db.commit(writes)
    statements += writes.length
    count(counts, made, changes)
    progress('Matching', counts.organisations, total)
  }
  try {
    let made: readonly Made[] = []
    let due: readonly Due[] = []
    // While lists are made, those of the batch before are written; the reader goes on after what is still due.
    do {
      due = isSpent(made.length) ? [] : await readDue(db, run.run, batch, due.at(-1)?.before)
      statements += READS
      const [next] = await Promise.all([lists.make(due), write(made)])
      made = next
    } while (due.length > 0 || made.length > 0)
  } finally {
    await lists.close()
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

interface Due extends DueList {
  readonly before: StoredList
}

type Made = MadeList<Due>

async function readDue(
  db: Runtime['db'],
  run: number,
  limit: number,
  after: StoredList | undefined,
): Promise<Due[]> {
  const lists = await listListsDue(db, run, limit, after)
  const said = await listFeedbackOf(
    db,
    lists.map(({ organisation }) => organisation.id),
  )
  return lists.map((before) => ({
    before,
    organisation: before.organisation,
    past: { run: before.state.run, floor: before.state.floor, matches: before.matches },
    said: said.get(before.organisation.id) ?? [],
  }))
}

function count(counts: typeof NOTHING, made: readonly Made[], changes: readonly ListChange[]): void {
  counts.organisations += made.length
  for (const { how, list } of made) {
    counts[how] += 1
    for (const { verdict } of list.matches) counts[verdict] += 1
  }
  for (const { put, gone } of changes.map(rowsToWrite)) {
    counts.written += put.length
    counts.removed += gone.length
  }
}
