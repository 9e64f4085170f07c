import { notFound } from '../../base/errors.ts'
import type { HarvestRun } from '../../db/harvest-runs.ts'
import { countReasons } from '../../db/quarantine.ts'
import { listRuns } from '../../db/source-health.ts'
import type { Runtime } from '../../runtime.ts'
import { listSources, type SourceState } from './list-sources.ts'

/** A source with what it did lately. */
export interface SourceStory {
  readonly state: SourceState
  /** Newest first. */
  readonly runs: readonly HarvestRun[]
  /** Why records of it wait in quarantine, most first. */
  readonly reasons: Awaited<ReturnType<typeof countReasons>>
}

const SHOWN_RUNS = 20
const SHOWN_REASONS = 20

/** One source of the registry. @throws AppError `not_found` when no source has that id */
export async function showSource(
  { db, now, registry }: Pick<Runtime, 'db' | 'now' | 'registry'>,
  id: string,
): Promise<SourceStory> {
  const sources = registry.sources.filter((source) => source.id === id)
  const [state] = await listSources({ db, now, registry: { ...registry, sources } })
  if (!state) throw notFound('source', id)
  const [runs, reasons] = await Promise.all([
    listRuns(db, id, SHOWN_RUNS),
    countReasons(db, id, SHOWN_REASONS),
  ])
  return { state, runs, reasons }
}
