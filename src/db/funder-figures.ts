import { sql } from 'kysely'
import type { IsoDate } from '../base/date.ts'
import type { AreaCode } from '../domain/area.ts'
import type { AwardFigures } from '../domain/award-figures.ts'
import type { Funder } from '../domain/funder.ts'
import type { Database } from './database.ts'
import { type Lookup, listLookups } from './funder-awards.ts'

type Query = Pick<Database, 'query'>

/** Which awards are meant: those of one funder, in some places. */
export interface AwardsOf {
  readonly lookup: Lookup
  /** Sets of places as they are stored, of which one must be the award's; null for all. */
  readonly places: readonly string[] | null
}

/** The awards that are meant, in two searches of the indexes; no row is read for the columns that these have. */
export function awardsOf({ lookup: { orgId, name }, places }: AwardsOf, columns: ReturnType<typeof sql>) {
  const here =
    places === null ? sql`` : sql`AND areas IN (SELECT value FROM json_each(${JSON.stringify(places)}))`
  return sql`
    SELECT ${columns} FROM awards WHERE funder_org_id = ${orgId} ${here}
    UNION ALL
    SELECT ${columns} FROM awards WHERE funder_name = ${name} AND funder_org_id IS NULL ${here}`
}

/** As what the funder's awards are stored; undefined when none of them is known. */
export async function findAwardsOf(db: Query, funder: Funder): Promise<AwardsOf | undefined> {
  const [lookup] = await listLookups(db, [funder])
  return lookup && { lookup, places: null }
}

/** How often each set of places occurs, most often first; codes with spaces between, empty when not known. */
export async function countPlaces(
  { query }: Query,
  asked: AwardsOf,
): Promise<readonly { readonly areas: string; readonly count: number }[]> {
  const { rows } = await sql<{ areas: string; count: number }>`
    SELECT areas, count(*) AS count FROM (${awardsOf(asked, sql`areas`)})
    GROUP BY areas ORDER BY count DESC, areas`.execute(query)
  return rows
}

/** Undefined when there is no such award. */
export async function findFigures(db: Query, asked: AwardsOf): Promise<AwardFigures | undefined> {
  const { rows } = await sumsBySource(asked).execute(db.query)
  const [first] = rows
  if (first === undefined) return undefined
  const [usual, places] = await Promise.all([findUsual(db, asked), countPlaces(db, asked)])
  const count = sumOf(rows, (row) => row.count)
  const [yes, no] = [sumOf(rows, (row) => row.openYes), sumOf(rows, (row) => row.openNo)]
  return {
    count,
    inPounds: sumOf(rows, (row) => row.inPounds),
    total: sumOf(rows, (row) => row.total),
    ...usual,
    firstOn: rows.reduce((day, { firstOn }) => (firstOn < day ? firstOn : day), first.firstOn),
    lastOn: rows.reduce((day, { lastOn }) => (lastOn > day ? lastOn : day), first.lastOn),
    openCalls: { yes, no, unknown: count - yes - no },
    ...byArea(places),
    sources: rows.map(({ sourceName, licence }) => ({ sourceName, licence })),
  }
}

const sumOf = <T>(rows: readonly T[], number: (row: T) => number): number =>
  rows.reduce((all, row) => all + number(row), 0)

interface Sums extends Pick<AwardFigures, 'count' | 'inPounds' | 'total' | 'firstOn' | 'lastOn'> {
  readonly sourceName: string
  readonly licence: string | null
  readonly openYes: number
  readonly openNo: number
}

/** Read from the indexes alone. */
export const sumsBySource = (asked: AwardsOf) => sql<Sums & { firstOn: IsoDate; lastOn: IsoDate }>`
  SELECT source_name AS "sourceName", licence, count(*) AS count, sum(currency = 'GBP') AS "inPounds",
    sum(iif(currency = 'GBP', amount, 0)) AS total, min(awarded_on) AS "firstOn", max(awarded_on) AS "lastOn",
    coalesce(sum(open_call = 1), 0) AS "openYes", coalesce(sum(open_call = 0), 0) AS "openNo"
  FROM (${awardsOf(asked, sql`awarded_on, currency, amount, source_name, licence, open_call`)})
  GROUP BY source_name, licence ORDER BY source_name, licence`

/** With fewer, a middle half says nothing. */
const LEAST_FOR_RANGE = 4

async function findUsual({ query }: Query, asked: AwardsOf): Promise<Pick<AwardFigures, 'median' | 'usual'>> {
  const { rows } = await sql<{ amount: number; place: number; n: number }>`
    SELECT amount, place, n FROM (
      SELECT amount, row_number() OVER (ORDER BY amount) AS place, count(*) OVER () AS n
      FROM (${awardsOf(asked, sql`currency, amount`)}) WHERE currency = 'GBP' AND amount > 0)
    WHERE place IN ((n + 3) / 4, (n + 1) / 2, (3 * n + 3) / 4) ORDER BY place`.execute(query)
  const n = rows[0]?.n ?? 0
  const at = (place: number) => rows.find((row) => row.place === Math.floor(place))?.amount ?? 0
  return {
    median: n === 0 ? null : at((n + 1) / 2),
    usual: n < LEAST_FOR_RANGE ? null : { least: at((n + 3) / 4), most: at((3 * n + 3) / 4) },
  }
}

/** An award in several areas counts in each. */
function byArea(places: readonly { readonly areas: string; readonly count: number }[]) {
  const counts = new Map<AreaCode, number>()
  for (const { areas, count } of places) {
    for (const code of areas.split(' ').filter((it) => it !== '')) {
      counts.set(code as AreaCode, (counts.get(code as AreaCode) ?? 0) + count)
    }
  }
  return {
    areas: [...counts]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    withoutArea: sumOf(
      places.filter(({ areas }) => areas === ''),
      ({ count }) => count,
    ),
  }
}
