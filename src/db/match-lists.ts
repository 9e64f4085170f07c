import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { ListedMatch, MatchList, Place } from '../domain/match-list.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import type { Organisation, OrganisationId } from '../domain/organisation.ts'
import { jsonChunks } from './bulk.ts'
import type { Database, Statement } from './database.ts'
import { shownFor } from './merges.ts'
import { toOrganisation } from './organisations.ts'

/** How a list stood when it was read. Whoever writes it says so, so that no two writers mix their lists. */
export interface ListState {
  /** The run that it is of; 0 or less when it must be made afresh. */
  readonly run: number
  readonly floor: Place | null
  /** The moment that it judged by; null when there is none yet. */
  readonly matchedAt: Instant | null
  /** When the organisation changed last. */
  readonly changedAt: Instant
}

/** An organisation with its list. */
export interface StoredList {
  readonly organisation: Organisation
  readonly state: ListState
  /** Best first, ties by id. */
  readonly matches: readonly ListedMatch[]
}

type Lent = Pick<Database, 'query'>

/**
 * Lists that are of an earlier run, the earliest first, ties by organisation.
 *
 * @param after - begins after that one, as it was read; from the first without
 */
export const listListsDue = (
  db: Lent,
  run: number,
  limit: number,
  after?: StoredList,
): Promise<StoredList[]> => {
  const isDue = sql<SqlBool>`match_run < ${run}`
  const where = after
    ? sql<SqlBool>`${isDue} AND (match_run, id) > (${after.state.run}, ${after.organisation.id})`
    : isDue
  return listsOf(db, where, limit)
}

/** The lists of those of the organisations that exist. */
export const listListsOf = (db: Lent, ids: readonly OrganisationId[]): Promise<StoredList[]> =>
  listsOf(db, sql<SqlBool>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`, ids.length)

async function listsOf({ query }: Lent, where: ReturnType<typeof sql<SqlBool>>, limit: number) {
  const rows = await query
    .selectFrom('organisations')
    .selectAll()
    .where(where)
    .orderBy('match_run')
    .orderBy('id')
    .limit(limit)
    .execute()
  const matches = await query
    .selectFrom('matches')
    .selectAll()
    .where(
      sql<SqlBool>`organisation_id IN (SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`,
    )
    .orderBy('organisation_id')
    .orderBy('units', 'desc')
    .orderBy('opportunity_id')
    .execute()
  const byOrganisation = Map.groupBy(matches, ({ organisation_id }) => organisation_id)
  return rows.map(
    (row): StoredList => ({
      organisation: toOrganisation(row),
      state: {
        run: row.match_run,
        floor: floorOf(row.match_floor_units, row.match_floor_id),
        matchedAt: row.matched_at as Instant | null,
        changedAt: row.changed_at as Instant,
      },
      matches: (byOrganisation.get(row.id) ?? []).map(({ opportunity_id, units, verdict }) => ({
        opportunityId: opportunity_id as OpportunityId,
        units,
        verdict,
      })),
    }),
  )
}

const floorOf = (units: number | null, id: string | null): Place | null =>
  units === null || id === null ? null : { units, opportunityId: id as OpportunityId }

/** What a list is to be, and what it was. */
export interface ListChange {
  readonly before: StoredList
  readonly after: MatchList
}

/** Rows that a change of lists touches. */
export interface ListRows {
  readonly put: readonly ListedMatch[]
  readonly gone: readonly OpportunityId[]
}

/** The difference between a list and what it is to be: few rows in most nights, none in some. */
export function rowsToWrite({ before, after }: ListChange): ListRows {
  const old = new Map(before.matches.map((match) => [match.opportunityId, match]))
  const kept = new Set(after.matches.map(({ opportunityId }) => opportunityId))
  return {
    put: after.matches.filter(({ opportunityId, units, verdict }) => {
      const was = old.get(opportunityId)
      return was?.units !== units || was.verdict !== verdict
    }),
    gone: [...old.keys()].filter((id) => !kept.has(id)),
  }
}

/**
 * Writes what is different in lists, in few statements whatever their number. A list that somebody else
 * has written since it was read, or whose organisation has changed, stays as it is.
 *
 * @param run - that they are of; 0 when the next run must make them afresh
 */
export function putLists(
  { query }: Lent,
  { run, moment }: { readonly run: number; readonly moment: Instant },
  changes: readonly ListChange[],
): Statement[] {
  const all = changes.map((change) => ({ ...change, rows: rowsToWrite(change) }))
  const gone = all.flatMap(({ before, rows }) =>
    rows.gone.length > 0 ? [[...keyOf(before), rows.gone]] : [],
  )
  const put = all.flatMap(({ before, rows }) =>
    rows.put.length > 0
      ? [[...keyOf(before), rows.put.map((it) => [it.opportunityId, it.units, it.verdict])]]
      : [],
  )
  const states = all.map(({ before, after: { floor } }) => [
    ...keyOf(before),
    floor?.units ?? null,
    floor?.opportunityId ?? null,
  ])
  return [
    ...jsonChunks(gone).map((json) => removeRows(json)),
    ...jsonChunks(put).map((json) => putRows(json)),
    ...jsonChunks(states).map((json) => putStates(json, run, moment)),
  ].map((statement) => ({ compile: () => statement.compile(query) }))
}

/**
 * Notes that these lists must be made afresh, since something that they go by beside the profile has changed.
 * Each time with another number, so that nobody who has read a list before writes it after.
 */
export const expireLists = ({ query }: Lent, ids: readonly OrganisationId[]): Statement =>
  query
    .updateTable('organisations')
    .set({ match_run: sql`min(match_run, 0) - 1` })
    .where(sql<SqlBool>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)

/**
 * The same for those that said something of an opportunity that says something else since it was last
 * learnt from, which is noted: by version, since a harvest may commit after a run has read the clock.
 */
export const expireTastes = ({ query }: Lent): Statement[] => [
  query
    .updateTable('organisations')
    .set({ match_run: sql`min(match_run, 0) - 1` })
    .where(
      sql<SqlBool>`id IN (SELECT f.organisation_id FROM feedback f JOIN opportunities o ON o.id = ${shownFor('f.opportunity_id')}
        WHERE f.withdrawn_at IS NULL AND o.version <> f.read_version)`,
    ),
  query
    .updateTable('feedback')
    .set({ read_version: READ_VERSION })
    .where(sql<SqlBool>`read_version <> ${READ_VERSION}`),
]

/** Of the opportunity that is shown for what was said. */
const READ_VERSION = sql<number>`(SELECT version FROM opportunities o WHERE o.id = ${shownFor('feedback.opportunity_id')})`

const keyOf = ({ organisation, state }: StoredList) => [
  organisation.id,
  state.changedAt,
  state.matchedAt,
  state.run,
]

/**
 * The organisations of a JSON list whose lists nobody has written since they were read. The plus keeps
 * SQLite from going by the run instead of by the id.
 */
const unwritten = (json: string) => sql`json_each(${json}) AS l CROSS JOIN organisations AS o
  ON o.id = l.value ->> 0 AND o.changed_at = l.value ->> 1 AND o.matched_at IS l.value ->> 2 AND +o.match_run = l.value ->> 3`

const removeRows = (json: string) => sql`DELETE FROM matches WHERE (organisation_id, opportunity_id) IN
  (SELECT o.id, m.value FROM ${unwritten(json)}, json_each(l.value, '$[4]') AS m)`

const putRows = (json: string) => sql`INSERT INTO matches (organisation_id, opportunity_id, units, verdict)
  SELECT o.id, m.value ->> 0, m.value ->> 1, m.value ->> 2
  FROM ${unwritten(json)}, json_each(l.value, '$[4]') AS m WHERE true
  ON CONFLICT (organisation_id, opportunity_id) DO UPDATE SET units = excluded.units, verdict = excluded.verdict`

const putStates = (json: string, run: number, moment: Instant) => sql`UPDATE organisations
  SET match_run = ${run}, matched_at = ${moment}, match_floor_units = l.value ->> 4, match_floor_id = l.value ->> 5
  FROM json_each(${json}) AS l
  WHERE organisations.id = l.value ->> 0 AND changed_at = l.value ->> 1 AND matched_at IS l.value ->> 2
    AND +match_run = l.value ->> 3`
