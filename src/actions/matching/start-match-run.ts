import { instantOf } from '../../base/date.ts'
import type { Statement } from '../../db/database.ts'
import { expireTastes } from '../../db/match-lists.ts'
import { addMatchRun, listJudgedVersions, listMatchRuns, type MatchRun } from '../../db/match-runs.ts'
import { editionOfOpportunities, listCurrentOpportunities } from '../../db/opportunities.ts'
import { findSnapshot } from '../../db/snapshots.ts'
import type { ListSize } from '../../domain/match-list.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { prepareCatalogue } from '../../matching/catalogue/catalogue.ts'
import type { Rankable } from '../../matching/catalogue/rankable.ts'
import { type ListMaker, listMaker } from '../../matching/lists/make-lists.ts'
import type { Runtime } from '../../runtime.ts'
import { editionName } from './current-catalogue.ts'
import { currentEpoch } from './current-learnt.ts'
import { storeSnapshot } from './stored-snapshot.ts'

/** A run of matching that has begun. */
export interface StartedRun {
  readonly run: MatchRun
  readonly opportunities: readonly Opportunity[]
  /** How many of them are new, or say something else than at the run before. */
  readonly changed: number
  /** Brings lists up to the moment of the run; whoever began the run closes it. */
  readonly lists: ListMaker
  /** Statements that it took so far. */
  readonly statements: number
}

const READS = 8

/**
 * Notes what has changed since the run before, by version, and only then is any list touched: what a crash
 * or a spent budget leaves behind is carried on from by the next run.
 */
export async function startMatchRun(
  { db, now, rankTogether }: Pick<Runtime, 'db' | 'now' | 'rankTogether'>,
  size: ListSize,
): Promise<StartedRun> {
  const at = now()
  // In this order, so that what is known of funders is never older than their opportunities, and what is
  // named after an edition is never older than it.
  const stored = await editionOfOpportunities(db)
  const opportunities = await listCurrentOpportunities(db, instantOf(at))
  const { epoch, learnt } = await currentEpoch(db)
  const runs = await listMatchRuns(db)
  const run = { run: (runs.at(-1)?.run ?? 0) + 1, moment: instantOf(at), epoch }
  const { changedIn, changed, statements } = await noteVersions(db, run, opportunities)
  await db.commit(statements)
  const whole = once(() => prepareCatalogue(learnt, opportunities))
  const kept = await keepSnapshot(db, at, editionName(epoch, stored), whole)
  const pastRuns = new Map(runs.map((past) => [past.run, { ...past, moment: new Date(past.moment) }]))
  const input = { now: at, learnt, epoch, size, opportunities, changedIn, whole, pastRuns }
  return {
    run,
    opportunities,
    changed,
    lists: listMaker(input, rankTogether),
    statements: READS + statements.length + kept,
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

/** Stores what ranks now, unless it is stored already. @returns how many statements that took */
async function keepSnapshot(
  db: Runtime['db'],
  madeAt: Date,
  edition: string,
  whole: () => Rankable,
): Promise<number> {
  const known = await findSnapshot(db, edition)
  return known === undefined ? storeSnapshot(db, edition, { rankable: whole(), madeAt }) : 0
}

async function noteVersions(
  db: Runtime['db'],
  run: MatchRun,
  opportunities: readonly Opportunity[],
): Promise<{ changedIn: ReadonlyMap<string, number>; changed: number; statements: Statement[] }> {
  const judged = new Map((await listJudgedVersions(db)).map((it) => [it.id, it]))
  const versions = opportunities.map(({ id, version }) => {
    const known = judged.get(id)
    return known?.version === version ? known : { id, version, run: run.run }
  })
  const changed = versions.filter((it) => it.run === run.run)
  const current = new Set<string>(opportunities.map(({ id }) => id))
  const gone = [...judged.keys()].filter((id) => !current.has(id))
  return {
    changedIn: new Map(versions.map((it) => [it.id, it.run])),
    changed: changed.length,
    statements: [...addMatchRun(db, run, changed, gone), ...expireTastes(db)],
  }
}
