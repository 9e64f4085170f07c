import type { Instant } from '../base/date.ts'
import type { RunTotals } from '../domain/run-totals.ts'
import { type FactCounts, NO_FACTS } from '../domain/told-facts.ts'
import type { Database } from './database.ts'
import type { HarvestCounts, HarvestRun } from './harvest-runs.ts'
import type { HarvestRunTable } from './schema.ts'

type Lent = Pick<Database, 'query'>

/** How one source is. */
export interface SourceHealth {
  readonly sourceId: string
  /** Null when no harvest has ever reached its end. */
  readonly lastGoodAt: Instant | null
  /** The source asked for silence until then; null when it did not. */
  readonly notBefore: Instant | null
  /** Null when there was none yet. */
  readonly lastRun: HarvestRun | null
  /** Records in quarantine. */
  readonly waiting: number
}

/** Every source that has been harvested, by id. */
export async function listSourceHealth({ query }: Lent): Promise<SourceHealth[]> {
  const rows = await query
    .selectFrom('harvest_progress as p')
    .select(['p.source_id', 'p.last_good_at', 'p.not_before'])
    .select((eb) => [
      eb
        .selectFrom('quarantine as q')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('q.source_id', '=', 'p.source_id')
        .where('q.settled_at', 'is', null)
        .as('waiting'),
    ])
    .orderBy('p.source_id')
    .execute()
  const runs = await query
    .selectFrom('harvest_progress as p')
    .innerJoin('harvest_runs as r', (join) =>
      join.on('r.id', '=', (eb) =>
        eb
          .selectFrom('harvest_runs as l')
          .select('l.id')
          .whereRef('l.source_id', '=', 'p.source_id')
          .orderBy('l.started_at', 'desc')
          .orderBy('l.ended_at', 'desc')
          .limit(1),
      ),
    )
    .selectAll('r')
    .execute()
  const lastRuns = new Map(runs.map(toRun).map((run) => [run.sourceId, run]))
  return rows.map((row) => ({
    sourceId: row.source_id,
    lastGoodAt: row.last_good_at as Instant | null,
    notBefore: row.not_before as Instant | null,
    lastRun: lastRuns.get(row.source_id) ?? null,
    waiting: row.waiting ?? 0,
  }))
}

/** The sources whose newest harvest to the end said all that they offer. */
export async function listWholeSources({ query }: Lent): Promise<ReadonlySet<string>> {
  const rows = await query
    .selectFrom('harvest_progress as p')
    .innerJoin('harvest_runs as r', (join) =>
      join.on('r.id', '=', (eb) =>
        eb
          .selectFrom('harvest_runs as l')
          .select('l.id')
          .whereRef('l.source_id', '=', 'p.source_id')
          .where('l.finished', '=', 1)
          .orderBy('l.started_at', 'desc')
          .limit(1),
      ),
    )
    .select('p.source_id')
    .where('r.offered', 'is not', null)
    .execute()
  return new Set(rows.map(({ source_id }) => source_id))
}

/** The newest runs of a source, newest first. */
export async function listRuns({ query }: Lent, sourceId: string, limit: number): Promise<HarvestRun[]> {
  const rows = await query
    .selectFrom('harvest_runs')
    .selectAll()
    .where('source_id', '=', sourceId)
    .orderBy('started_at', 'desc')
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toRun)
}

/** What the newest runs that read a page brought, newest first, for comparison; those that read nothing say nothing. */
export async function listTotals({ query }: Lent, sourceId: string, limit: number): Promise<RunTotals[]> {
  const rows = await query
    .selectFrom('harvest_runs')
    .select(['started_at', 'facts', 'finished', 'listed', 'open'])
    .where('source_id', '=', sourceId)
    .where('pages', '>', 0)
    .orderBy('started_at', 'desc')
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toTotals)
}

type TotalsRow = Pick<HarvestRunTable, 'started_at' | 'facts' | 'finished' | 'listed' | 'open'>

const toTotals = (row: TotalsRow): RunTotals => ({
  startedAt: row.started_at as Instant,
  facts: { ...NO_FACTS, ...(JSON.parse(row.facts) as Partial<FactCounts>) },
  finished: row.finished === 1,
  listed: row.listed,
  open: row.open,
})

function toRun(row: HarvestRunTable): HarvestRun {
  const { pages, seen, new: fresh, changed, unchanged, withdrawn, skipped, quarantined } = row
  const counts: HarvestCounts = {
    pages,
    seen,
    new: fresh,
    changed,
    unchanged,
    withdrawn,
    skipped,
    quarantined,
  }
  return {
    id: row.id,
    sourceId: row.source_id,
    endedAt: row.ended_at as Instant,
    counts,
    offered: row.offered,
    error: row.error,
    resting: row.resting === 1,
    ...toTotals(row),
  }
}
