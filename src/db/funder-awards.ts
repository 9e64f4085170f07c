import { type Selectable, sql } from 'kysely'
import { type Award, MOST_AWARDS } from '../domain/award.ts'
import { type Funder, foldedFunderName, registerId } from '../domain/funder.ts'
import { toAward } from './awards.ts'
import type { Database } from './database.ts'
import type { AwardTable } from './schema.ts'

type Query = Pick<Database, 'query'>

/** Funders asked for in one statement: with all their awards that is a page of some megabytes. */
const AT_ONCE = 25

/**
 * What the funders have paid for, of each at most the newest `most`; newest first, ties by key. A
 * funder without an id is found by its name, unless two with different ids share it: then only awards
 * without an id count.
 */
export async function listFunderAwards(
  db: Query,
  funders: readonly Funder[],
  most: number = MOST_AWARDS,
): Promise<Award[]> {
  const awards = new Map<string, Award>()
  for (let start = 0; start < funders.length; start += AT_ONCE) {
    const lookups = await listLookups(db, funders.slice(start, start + AT_ONCE))
    const { rows } = await newestAwards(lookups, most).execute(db.query)
    for (const row of rows) awards.set(row.key, toAward(row))
  }
  return [...awards.values()].sort((a, b) => order(b.awardedOn, a.awardedOn) || order(a.key, b.key))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** As what the awards of a funder are stored. */
export interface Lookup {
  /** Null when only awards without an id are its own. */
  readonly orgId: string | null
  /** Folded. */
  readonly name: string
}

/** In the order of the funders: a name that one id alone carries stands for that id. */
export async function listLookups({ query }: Query, funders: readonly Funder[]): Promise<Lookup[]> {
  const asked = funders.map((funder) => ({
    orgId: registerId(funder),
    name: foldedFunderName(funder.name),
  }))
  const { rows } = await sql<Lookup>`
    SELECT value ->> '$.name' AS name, coalesce(value ->> '$.orgId', iif(least = most, least, NULL)) AS "orgId"
    FROM (SELECT key, value,
        (SELECT min(funder_org_id) FROM awards WHERE funder_name = value ->> '$.name') AS least,
        (SELECT max(funder_org_id) FROM awards WHERE funder_name = value ->> '$.name') AS most
      FROM json_each(${JSON.stringify(asked)}))
    ORDER BY key`.execute(query)
  return rows
}

/** In no order. Each funder is one search of an index that stops after `most`. */
export const newestAwards = (lookups: readonly Lookup[], most: number) => sql<Selectable<AwardTable>>`
  SELECT * FROM awards WHERE key IN (
    SELECT mine.key FROM json_each(${listOf(lookups.map(({ orgId }) => orgId))}) asked JOIN awards mine
      ON mine.key IN (SELECT key FROM awards WHERE funder_org_id = asked.value
        ORDER BY awarded_on DESC, key LIMIT ${most})
    UNION ALL
    SELECT mine.key FROM json_each(${listOf(lookups.map(({ name }) => name))}) asked JOIN awards mine
      ON mine.key IN (SELECT key FROM awards WHERE funder_name = asked.value AND funder_org_id IS NULL
        ORDER BY awarded_on DESC, key LIMIT ${most}))`

const listOf = (values: readonly (string | null)[]): string =>
  JSON.stringify([...new Set(values)].filter((value) => value !== null))
