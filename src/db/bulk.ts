import { type Selectable, sql } from 'kysely'
import type { Database, Statement } from './database.ts'
import type { Schema } from './schema.ts'

/** Bytes of rows that go in one value: D1 takes 2 MB a value, and UTF-8 may need more than a character. */
const MOST_CHARACTERS = 600_000

/**
 * Inserts many rows with one statement and one bound value, as JSON: D1 binds only a hundred
 * values to a statement and counts every statement.
 *
 * @param update - columns that take the new value when the key is there already; empty leaves the old row
 * @param key - the columns of the key that may conflict; empty when a conflict must fail the commit
 * @returns no statement for no rows; more than one only when the rows are very large
 */
export function insertMany<Table extends keyof Schema & string>(
  { query }: Pick<Database, 'query'>,
  table: Table,
  rows: readonly Selectable<Schema[Table]>[],
  { key, update = [] }: { key: readonly string[]; update?: readonly string[] },
): Statement[] {
  const [first] = rows
  if (first === undefined) return []
  const columns = Object.keys(first)
  const into = sql.join(columns.map((column) => sql.ref(column)))
  const from = sql.join(columns.map((column) => sql`value ->> ${sql.lit(`$.${column}`)}`))
  const conflict = key.length === 0 ? sql`` : onConflict(key, update)
  return jsonChunks(rows).map((json) => ({
    // "WHERE true" keeps SQLite from reading ON CONFLICT as the ON of a join.
    compile: () =>
      sql`INSERT INTO ${sql.table(table)} (${into}) SELECT ${from} FROM json_each(${json}) WHERE true ${conflict}`.compile(
        query,
      ),
  }))
}

function onConflict(key: readonly string[], update: readonly string[]) {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  if (update.length === 0) return sql`ON CONFLICT (${columns}) DO NOTHING`
  const set = sql.join(update.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))
  return sql`ON CONFLICT (${columns}) DO UPDATE SET ${set}`
}

/** The rows as JSON arrays, none much longer than fits one value; none for no rows. */
export function jsonChunks(rows: readonly unknown[]): string[] {
  if (rows.length === 0) return []
  const all: string[][] = [[]]
  let size = 0
  for (const row of rows) {
    const json = JSON.stringify(row)
    if (size > 0 && size + json.length > MOST_CHARACTERS) {
      all.push([])
      size = 0
    }
    all.at(-1)?.push(json)
    size += json.length
  }
  return all.map((chunk) => `[${chunk.join(',')}]`)
}
