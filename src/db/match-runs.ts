import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import { insertMany, jsonChunks } from './bulk.ts'
import type { Database, Statement } from './database.ts'

/** A run of the matching job: the moment that it judged by, and what it scored by. */
export interface MatchRun {
  /** From 1 on. */
  readonly run: number
  readonly moment: Instant
  readonly epoch: string
}

/** The version of an opportunity, and the run that judged it first. */
export interface JudgedVersion {
  readonly id: string
  readonly version: number
  readonly run: number
}

type Lent = Pick<Database, 'query'>

/** Those that some list is still of, and the newest; in order. */
export async function listMatchRuns({ query }: Lent): Promise<MatchRun[]> {
  const rows = await query.selectFrom('match_runs').selectAll().orderBy('run').execute()
  return rows.map(({ run, moment, epoch }) => ({ run, moment: moment as Instant, epoch }))
}

/** Of every opportunity that the newest run judged, in no order. */
export const listJudgedVersions = ({ query }: Lent): Promise<JudgedVersion[]> =>
  query.selectFrom('match_versions').select(['opportunity_id as id', 'version', 'run']).execute()

/**
 * Begins a run, whole or not at all: the commit fails when another process has begun the same one.
 *
 * @param versions - of opportunities that say something else than before, or were not judged before
 * @param gone - opportunities that are not judged any more
 */
export function addMatchRun(
  db: Lent,
  match: MatchRun,
  versions: readonly JudgedVersion[],
  gone: readonly string[],
): Statement[] {
  const { query } = db
  return [
    query.insertInto('match_runs').values({ ...match }),
    query
      .deleteFrom('match_runs')
      .where(
        sql<SqlBool>`run < coalesce((SELECT min(match_run) FROM organisations WHERE match_run > 0), ${match.run})`,
      ),
    ...insertMany(
      db,
      'match_versions',
      versions.map(({ id, version, run }) => ({ opportunity_id: id, version, run })),
      { key: ['opportunity_id'], update: ['version', 'run'] },
    ),
    ...jsonChunks(gone).map((json) =>
      query
        .deleteFrom('match_versions')
        .where(sql<SqlBool>`opportunity_id IN (SELECT value FROM json_each(${json}))`),
    ),
  ]
}
