import { expect, test } from 'vitest'
import { migrate, migrationNames, migrationText } from '../../src/db/migrate.ts'
import { listFailures } from '../../src/db/source-pauses.ts'
import { openSqlite } from '../../src/db/sqlite.ts'

test('a run that rested before rests were noted is no failure', async () => {
  const { file, ...db } = openSqlite(':memory:')
  const before = migrationNames().filter((name) => name < '0011')
  file.exec('CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY, name TEXT UNIQUE)')
  for (const name of before) {
    file.exec(migrationText(name))
    file.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
  }
  const errors = [
    'notices.example asks for no more requests until 1 June 2026 at 1pm',
    'Example Notices asked for no requests before 1 June 2026 at 1pm',
    'notices.example answered 500',
  ]
  for (const [hour, error] of errors.entries()) {
    const at = `2026-06-01T0${hour}:05:00.000Z`
    file
      .prepare(
        `INSERT INTO harvest_runs (id, source_id, started_at, ended_at, pages, seen, new, changed, unchanged,
          withdrawn, skipped, quarantined, finished, error) VALUES (?, 'a', ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?)`,
      )
      .run(`run-${hour}`, at, at, error)
  }
  migrate(file)
  expect(await listFailures(db, 'a', 5)).toEqual([
    { at: '2026-06-01T02:05:00.000Z', error: 'notices.example answered 500' },
  ])
})
