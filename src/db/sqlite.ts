import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { boundValues, type Database } from './database.ts'
import { statementDialect } from './dialect.ts'
import type { Schema } from './schema.ts'

/** How long a write waits for another process before it gives up. */
const BUSY_MS = 10_000

export type SqliteDatabase = Database & { readonly file: Sqlite.Database }

/** Opens a database file on Node; the path `:memory:` makes one that is gone with the process. */
export function openSqlite(path: string): SqliteDatabase {
  const file = new Sqlite(path, { timeout: BUSY_MS })
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = NORMAL')
  file.pragma('foreign_keys = ON')
  const execute = async (sql: string, values: unknown[]) => {
    const statement = file.prepare(sql)
    if (statement.reader) return statement.all(values)
    statement.run(values)
    return []
  }
  return {
    file,
    query: new Kysely<Schema>({ dialect: statementDialect(execute) }),
    async commit(statements) {
      const queries = statements.map((statement) => statement.compile())
      file.transaction(() => {
        for (const query of queries) file.prepare(query.sql).run(boundValues(query))
      })()
    },
  }
}
