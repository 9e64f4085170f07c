import type { D1Database } from '@cloudflare/workers-types'
import { getPlatformProxy } from 'wrangler'
import { openD1 } from '../../src/db/d1.ts'
import type { Database } from '../../src/db/database.ts'
import { migrate, migrationStatements } from '../../src/db/migrate.ts'
import { openSqlite } from '../../src/db/sqlite.ts'

/** A fresh, migrated SQLite database in memory. */
export function openTestSqlite(): Database {
  const db = openSqlite(':memory:')
  migrate(db.file)
  return db
}

let workerd: Promise<D1Database> | undefined

/** Starts the local runtime once for all tests of a process. */
async function startD1(): Promise<D1Database> {
  const { env } = await getPlatformProxy<{ DB: D1Database }>({ configPath: 'wrangler.toml', persist: false })
  const d1 = env.DB
  await d1.batch(migrationStatements().map((sql) => d1.prepare(sql)))
  return d1
}

/** An empty, migrated D1 database in the local Workers runtime. */
export async function openTestD1(): Promise<Database> {
  workerd ??= startD1()
  const d1 = await workerd
  const listTables = () =>
    d1
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
      )
      .all<{ name: string }>()
  // The runtime closes a connection that a long test has left idle, which the first call after it finds out.
  const { results } = await listTables().catch(listTables)
  await d1.batch([
    d1.prepare('PRAGMA defer_foreign_keys = on'),
    ...results.map(({ name }) => d1.prepare(`DELETE FROM ${name}`)),
  ])
  return openD1(d1)
}

/** Both engines, for tests that must hold on each. */
export const databases: readonly (readonly [name: string, open: () => Promise<Database>])[] = [
  ['SQLite', async () => openTestSqlite()],
  ['D1', openTestD1],
]
