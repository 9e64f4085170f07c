import { readdirSync, readFileSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { AppError } from '../base/errors.ts'

const FOLDER = new URL('migrations/', import.meta.url)

/** Names of the migrations that this version has, in order. */
export const migrationNames = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()

export const migrationText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

/** All migrations as statements one by one, as an empty D1 takes them. */
export const migrationStatements = (): string[] =>
  migrationNames()
    .flatMap((name) =>
      migrationText(name)
        .replace(/^\s*--.*$/gm, '')
        .split(/;\s*$/m),
    )
    .filter((sql) => sql.trim() !== '')

/**
 * Applies the migrations that a database file lacks, each in a transaction of its own. It keeps
 * wrangler's table of what has run, so that both hosts read one folder and one record.
 *
 * @returns what it applied, by name
 * @throws AppError `conflict` when a newer version of fundlocal has already changed the database
 */
export function migrate(file: Sqlite.Database): string[] {
  file.exec(`CREATE TABLE IF NOT EXISTS d1_migrations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`)
  const applied = file.prepare('SELECT name FROM d1_migrations ORDER BY name').pluck().all() as string[]
  const names = migrationNames()
  const newer = applied.filter((name) => !names.includes(name))
  if (newer.length > 0) {
    throw new AppError(
      'conflict',
      `The database was made by a newer version of fundlocal (it has ${newer.join(', ')}). Install that version or a later one; nothing was changed`,
    )
  }
  const missing = names.filter((name) => !applied.includes(name))
  for (const name of missing) {
    file
      .transaction(() => {
        // Another process may have been first.
        if (file.prepare('SELECT 1 FROM d1_migrations WHERE name = ?').get(name)) return
        file.exec(migrationText(name))
        file.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
      })
      .immediate()
  }
  return missing
}
